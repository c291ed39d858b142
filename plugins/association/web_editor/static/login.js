// Into the forge with a token that whoever edits has made there: no service of anybody else stands between.

export function logInByToken(site) {
  const entry = window.CMS.getBackend(site.forge);
  const {init} = entry;
  const page = tokenPage(site);
  entry.init = (...given) => {
    const backend = init(...given);
    backend.authComponent = () => page;
    return backend;
  };
}

function tokenPage({forge, host, project, words}) {
  const {h, createClass} = window;
  const {address, rights} = where(forge, host, project);
  return createClass({
    enter(event) {
      event.preventDefault();
      const token = new FormData(event.target).get("token").trim();
      if (token) this.props.onLogin({token});
    },
    render() {
      const {error, inProgress} = this.props;
      return h(
        "main",
        {className: "token"},
        h("h1", {}, words.title),
        h("p", {}, words.explained.replace("{project}", project)),
        h("p", {}, h("a", {href: address, target: "_blank", rel: "noopener"}, words.make_token)),
        h("p", {}, words.rights.replace("{rights}", rights)),
        h(
          "form",
          {onSubmit: (event) => this.enter(event)},
          h("label", {htmlFor: "token"}, words.token),
          h("input", {id: "token", name: "token", type: "password", autoComplete: "off", required: true}),
          h("button", {type: "submit", disabled: inProgress}, words.enter),
        ),
        error ? h("p", {role: "alert"}, words.refused) : null,
      );
    },
  });
}

// Where a forge makes tokens, with the rights filled in as far as it lets us.
function where(forge, host, project) {
  const name = encodeURIComponent(`assosite ${project}`.slice(0, 40));
  switch (forge) {
    case "github":
      return {
        address: `${host}/settings/personal-access-tokens/new?name=${name}&contents=write&pull_requests=write`,
        rights: "Contents: Read and write, Pull requests: Read and write",
      };
    case "gitlab":
      return {address: `${host}/-/user_settings/personal_access_tokens?name=${name}&scopes=api`, rights: "api"};
    default:
      return {address: `${host}/user/settings/applications`, rights: "read:user, write:repository"};
  }
}
