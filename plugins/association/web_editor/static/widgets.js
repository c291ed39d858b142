// The widgets of our own: each shows a value as the text that it is in the file, and keeps what it cannot show.
// Values are those of Immutable, as Decap CMS hands them over.

import {read, write} from "./formats.js";

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,4})*$/;
const MANY = 12; // entries, from which on one looks for one of them

let h;
let site;

export function registerWidgets(ours) {
  ({h} = window);
  site = ours;
  const widgets = {
    line: control(lineControl),
    paragraph: control(paragraphControl),
    markdown: control(markdownControl),
    word: control(wordControl),
    words: control(wordsControl),
    lines: control(linesControl),
    yaml: control(yamlControl),
  };
  for (const [name, widget] of Object.entries(widgets)) window.CMS.registerWidget(`assosite-${name}`, widget);
  openOnDemand();
  findInLists();
}

// `draw` shows the value; a text that says nothing yet is kept by the widget until it does.
function control(draw) {
  return window.createClass({
    getInitialState: () => ({}),
    isValid() {
      return this.state.fault ? {error: {message: this.state.fault}} : true;
    },
    render() {
      return draw(this.props.value, this);
    },
  });
}

function attributes({props}, more) {
  return {
    id: props.forID,
    className: props.classNameWrapper,
    onFocus: props.setActiveStyle,
    onBlur: props.setInactiveStyle,
    ...more,
  };
}

function isPlain(value) {
  return value === undefined || value === null || typeof value !== "object";
}

function lineControl(value, widget) {
  return byLanguage(value, widget, (said, change, more) => {
    const listed = site.lists[widget.props.field.get("listed")];
    const suggested = listed && !more.lang ? `${widget.props.forID}-listed` : undefined;
    return [
      h("input", attributes(widget, {type: "text", value: said, list: suggested, onChange: change, ...more})),
      suggested ? suggestions(suggested, listed) : null,
      listed?.[said] && listed[said] !== said ? h("p", {className: "chosen"}, listed[said]) : null,
    ];
  });
}

function suggestions(id, listed) {
  const options = Object.entries(listed).map(([key, name]) => h("option", {key, value: key}, name));
  return h("datalist", {id, key: id}, options);
}

function paragraphControl(value, widget) {
  return byLanguage(value, widget, textArea(widget, 3));
}

function markdownControl(value, widget) {
  return byLanguage(value, widget, textArea(widget, 12));
}

function textArea(widget, rows) {
  return (said, change, more) => [h("textarea", attributes(widget, {value: said, rows, onChange: change, ...more}))];
}

// One text, or one by language; anything else is shown as it is written.
function byLanguage(value, widget, draw) {
  const {onChange} = widget.props;
  if (isPlain(value)) {
    return h("div", {}, ...draw(`${value ?? ""}`, ({target}) => onChange(target.value), {}), divide(value, widget));
  }
  const isSpoken = value.keySeq && [...value.keys()].every((key) => LANGUAGE.test(key) && isPlain(value.get(key)));
  if (!isSpoken) return yamlControl(value, widget);
  const languages = [...new Set([...value.keys(), ...site.languages])];
  return h("div", {}, ...languages.map((language) => version(value, language, widget, draw)));
}

function version(value, language, widget, draw) {
  const {onChange, forID} = widget.props;
  const change = ({target}) => onChange(target.value ? value.set(language, target.value) : value.delete(language));
  const id = `${forID}-${language}`;
  return h(
    "div",
    {className: "version", key: language},
    h("label", {htmlFor: id}, language),
    ...draw(`${value.get(language) ?? ""}`, change, {id, lang: language}),
  );
}

function divide(value, {props}) {
  if (!props.field.get("by_language") || site.languages.length < 2) return null;
  const divided = () => props.onChange(props.field.clear().set(site.languages[0], value ?? ""));
  return h("button", {type: "button", className: "quiet", onClick: divided}, site.words.by_language);
}

function wordControl(value, widget) {
  if (!isPlain(value)) return yamlControl(value, widget);
  const options = widget.props.field.get("options").toJS();
  const said = `${value ?? ""}`;
  const known = options.some((option) => option.value === said) || said === "";
  const own = known ? [] : [{value: said, label: said}];
  return h(
    "select",
    attributes(widget, {value: said, onChange: ({target}) => widget.props.onChange(target.value)}),
    h("option", {value: ""}, site.words.choose),
    ...[...own, ...options].map((option) => h("option", {key: option.value, value: option.value}, option.label)),
  );
}

function wordsControl(value, widget) {
  const chosen = asList(value);
  const {field, forID, classNameWrapper, onChange} = widget.props;
  const toggle = (word, isOn) =>
    onChange(immutable(isOn ? [...chosen, word] : chosen.filter((one) => one !== word), field));
  const boxes = field.get("options").toJS().map((option) => {
    const id = `${forID}-${option.value}`;
    const onToggle = ({target}) => toggle(option.value, target.checked);
    return h(
      "label",
      {key: option.value, htmlFor: id},
      h("input", {id, type: "checkbox", checked: chosen.includes(option.value), onChange: onToggle}),
      option.label,
    );
  });
  return h("div", {className: `${classNameWrapper} words`, id: forID, role: "group"}, ...boxes);
}

function linesControl(value, widget) {
  if (!isPlain(value) && !isPlainList(value)) return yamlControl(value, widget);
  return widget.props.field.get("listed") ? chips(value, widget) : plainLines(value, widget);
}

// Of Immutable, a list has `push` and a mapping has not.
function isPlainList(value) {
  return typeof value.push === "function" && value.every(isPlain);
}

function asList(value) {
  if (value === undefined || value === null || value === "") return [];
  return isPlain(value) ? [`${value}`] : value.toArray();
}

function plainLines(value, widget) {
  const {field, onChange} = widget.props;
  const {typed} = widget.state;
  const said = typed !== undefined && same(lines(typed), asList(value)) ? typed : asList(value).join("\n");
  const change = ({target}) => {
    widget.setState({typed: target.value});
    const found = lines(target.value);
    const isOne = typeof value === "string" && value !== "" && found.length === 1;
    onChange(isOne ? found[0] : immutable(found, field));
  };
  return [
    h("textarea", {key: "lines", ...attributes(widget, {value: said, rows: 3, onChange: change})}),
    h("p", {key: "how", className: "chosen"}, site.words.one_a_line),
  ];
}

function lines(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

function same(some, others) {
  return some.length === others.length && some.every((one, place) => one === others[place]);
}

function chips(value, widget) {
  const {field, forID, onChange} = widget.props;
  const listed = site.lists[field.get("listed")] ?? {};
  const chosen = asList(value);
  const change = (now) => {
    widget.setState({typed: ""});
    onChange(immutable(now, field));
  };
  const add = (id) => id && !chosen.includes(id) && change([...chosen, id]);
  const typing = ({target}) => (listed[target.value] ? add(target.value) : widget.setState({typed: target.value}));
  const entered = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add(event.target.value.trim());
  };
  const left = (event) => {
    add(event.target.value.trim());
    widget.props.setInactiveStyle();
  };
  const input = {type: "text", value: widget.state.typed ?? "", list: `${forID}-listed`};
  return h(
    "div",
    {},
    h("ul", {className: "chips"}, ...chosen.map((id) => chip(id, listed, () => change(chosen.filter((one) => one !== id))))),
    h("input", attributes(widget, {...input, onChange: typing, onKeyDown: entered, onBlur: left})),
    suggestions(`${forID}-listed`, listed),
  );
}

function chip(id, listed, remove) {
  const name = listed[id] ?? id;
  const button = h("button", {type: "button", onClick: remove, "aria-label": `${site.words.remove} ${name}`}, "×");
  return h("li", {key: id}, name, button);
}

function yamlControl(value, widget) {
  const {field, onChange} = widget.props;
  const {typed, fault} = widget.state;
  const said = typed ?? (isPlain(value) ? `${value ?? ""}` : write(value.toJS()));
  const change = ({target}) => {
    try {
      const meant = target.value.trim() ? read(`value:\n${indented(target.value)}`).value : "";
      onChange(immutable(meant, field));
      widget.setState({typed: target.value, fault: undefined});
    } catch (error) {
      widget.setState({typed: target.value, fault: site.words.not_yaml.replace("{reason}", error.reason ?? error.message)});
    }
  };
  return [
    h("textarea", {key: "yaml", ...attributes(widget, {value: said, rows: 4, spellCheck: false, onChange: change})}),
    fault ? h("p", {key: "fault", className: "fault", role: "alert"}, fault) : null,
  ];
}

function indented(text) {
  return text.split("\n").map((line) => `  ${line}`).join("\n");
}

// Of plain values; `field` is at hand, and of the same library.
function immutable(value, field) {
  return field.clear().merge({value}).get("value");
}

// What is shut draws none of its fields: three hundred members are there at once.
function openOnDemand() {
  const {prototype} = window.CMS.getWidget("object").control;
  const {controlFor} = prototype;
  prototype.controlFor = function (...given) {
    const isShut = this.props.forList ? this.props.collapsed : this.state.collapsed;
    return isShut ? null : controlFor.apply(this, given);
  };
}

function findInLists() {
  const {prototype} = window.CMS.getWidget("list").control;
  const {render} = prototype;
  prototype.render = function () {
    const drawn = render.call(this);
    if (this.getValueType() === null || (this.props.value?.size ?? 0) < MANY) return drawn;
    this.renderEvery ??= this.renderItem;
    this.renderItem = (item, place) => (isSought(this, item) ? this.renderEvery(item, place) : null);
    const label = site.words.find;
    const change = ({target}) => this.setState({sought: target.value});
    const input = {type: "search", "aria-label": label, placeholder: label, value: this.state.sought ?? "", onChange: change};
    return h("div", {}, h("input", {className: "find", ...input}), drawn);
  };
}

function isSought(list, item) {
  const sought = plain(list.state.sought ?? "");
  return !sought || plain(JSON.stringify(item.toJS ? item.toJS() : item)).includes(sought);
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
