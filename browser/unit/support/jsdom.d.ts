// jsdom comes without types; these tests reach into its windows, which no types would allow.
declare module 'jsdom';
