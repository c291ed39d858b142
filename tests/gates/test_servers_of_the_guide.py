"""What the webmaster's guide gives servers to read is read by them without a word, and does what it says."""

import os
import re
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from socket import create_connection, socket

import pytest
from tools import REPOSITORY, command

GUIDE = (REPOSITORY / "docs" / "guide-webmestre.md").read_text("utf-8")
HEADERS = "/etc/nginx/assosite-headers.conf"
WRITTEN = {
    "index.html": "<p>Accueil</p>",
    "404.html": "<p>Introuvable</p>",
    "nl/404.html": "<p>Niet gevonden</p>",
    "_headers": "/*\n",
    "agenda.ics": "BEGIN:VCALENDAR\n",
    "annuaire/kernel/contact.vcf": "BEGIN:VCARD\n",
    "feeds/commissions/reseaux.atom.xml": "<feed/>",
    "nl/data/v1/members.json": "{}",
}
MODULES = ("mpm_event", "mime", "headers", "authz_core")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


def nginx_files(folder: Path, port: int) -> Path:
    """The two blocks as they are, but for where the site and the second of them lie."""
    server, headers = blocks("nginx")
    (folder / "headers.conf").write_text(headers, "utf-8")
    server = server.replace(HEADERS, str(folder / "headers.conf")).replace("/srv/www", str(folder / "www"))
    server = server.replace("server {", f"server {{\n    listen 127.0.0.1:{port};", 1)
    own = "".join(
        f"{kind}_temp_path {folder};\n" for kind in ("proxy", "fastcgi", "uwsgi", "scgi", "client_body")
    )
    (folder / "nginx.conf").write_text(
        f"{'user root;' if os.geteuid() == 0 else ''}\npid {folder}/pid;\n"
        f"error_log {folder}/errors.log;\ndaemon off;\nevents {{ }}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{own}{server}}}\n",
        "utf-8",
    )
    for name, text in WRITTEN.items():
        (folder / "www" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "www" / name).write_text(text, "utf-8")
    return folder / "nginx.conf"


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one that serves the guide's way."""
    program = command("nginx", "nginx")
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("nginx")
    running = subprocess.Popen([program, "-c", str(nginx_files(folder, port))], stderr=subprocess.PIPE)
    try:
        wait_for(port, running)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.communicate()


def wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        try:
            create_connection(("127.0.0.1", port), 0.1).close()
            break
        except OSError:
            assert running.poll() is None, running.communicate()[1].decode()
            time.sleep(0.05)


def answer(url: str) -> tuple[int, str, str]:
    """Code, type and the policy, cut."""
    try:
        with urllib.request.urlopen(url) as found:
            code, headers = found.status, found.headers
    except urllib.error.HTTPError as error:
        code, headers = error.code, error.headers
    return code, headers["Content-Type"], headers["Content-Security-Policy"].partition(";")[0]


@pytest.mark.parametrize(
    ("path", "code", "type_"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/nowhere", 404, "text/html; charset=utf-8"),
        ("/_headers", 404, "text/html; charset=utf-8"),
        ("/agenda.ics", 200, "text/calendar; charset=utf-8"),
        ("/annuaire/kernel/contact.vcf", 200, "text/vcard; charset=utf-8"),
        ("/feeds/commissions/reseaux.atom.xml", 200, "application/atom+xml; charset=utf-8"),
        ("/nl/data/v1/members.json", 200, "application/json"),
    ],
)
def test_nginx_serves_each_kind_of_file_as_what_it_is(path: str, code: int, type_: str, nginx: str) -> None:
    """With the policy, whatever the place."""
    assert (code, type_, "default-src 'none'") == answer(nginx + path)


def test_nginx_has_the_error_page_of_each_language(nginx: str) -> None:
    """Below the folder of a language, its own."""
    with pytest.raises(urllib.error.HTTPError) as dutch:
        urllib.request.urlopen(f"{nginx}/nl/nergens")

    assert WRITTEN["nl/404.html"] == dutch.value.read().decode()


def test_apache_reads_the_file_of_the_guide(tmp_path: Path) -> None:
    """As a part of its settings, which knows the same words as .htaccess."""
    program = command("apache2", "apache2")
    (block,) = blocks("apache")
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES
    )
    settings = f"{modules}TypesConfig /etc/mime.types\nPidFile {tmp_path}/pid\nListen 127.0.0.1:8080\n"
    settings += f"ErrorLog {tmp_path}/errors.log\n"
    place = f"<Directory {tmp_path}>\n{block}</Directory>\n"
    (tmp_path / "apache.conf").write_text(f"{settings}ServerName localhost\n{place}", "utf-8")
    read = subprocess.run(
        [program, "-t", "-f", str(tmp_path / "apache.conf")], capture_output=True, text=True
    )

    assert 0 == read.returncode, read.stderr
