// Stands for the page where there is none: whatever a script asks for is there, can be called, and does nothing.
const nothing = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => "" : name === Symbol.iterator ? [][Symbol.iterator] : nothing),
  apply: () => nothing,
});
for (const name of ["document", "CSS", "matchMedia", "addEventListener", "requestAnimationFrame"]) globalThis[name] = nothing;
globalThis.location = { search: "" };
