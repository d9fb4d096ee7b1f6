// Before anything is painted: that there is a script, so that what needs one has its place from the start; and
// the theme that was chosen on an earlier visit, so that no page flashes.
document.documentElement.dataset.script = '';
try {
  const theme = localStorage.getItem('zds-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser may refuse to remember; the theme of the system is then the theme.
}
