// Sets the theme before the first paint, so that a dark room is not lit by a white flash.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem("parkbench.theme");
    } catch {
      return null; // storage is switched off: the system's theme it is
    }
  };
  const set = () => {
    const theme = chosen();
    document.documentElement.dataset.theme = theme === "dark" || theme === "light" ? theme : system.matches ? "dark" : "light";
  };
  set();
  system.addEventListener("change", set);
})();
