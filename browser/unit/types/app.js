// An app that is checked against the types that we serve.

/** @param {string} linkToken */
function openLink(linkToken) {
  const handler = Plaid.create({
    token: linkToken,
    onSuccess: (publicToken, metadata) => console.log(publicToken, metadata.accounts[0]?.mask, metadata.institution?.name),
    onExit: (error, metadata) => console.log(error?.error_code, metadata.status),
    onEvent: (name, metadata) => console.log(name, metadata.view_name, metadata.timestamp),
    receivedRedirectUri: null,
  });
  handler.open();
  handler.exit({ force: true });
  handler.destroy();
  // @ts-expect-error there is no such method
  handler.reopen();
  // @ts-expect-error onSuccess is missing
  window.Plaid.create({ token: linkToken });
}
openLink(Plaid.version);
Plaid.createEmbedded({ token: 'link-sandbox-1', onSuccess() {} }, document.body).destroy();
