// Before anything is painted: the theme that was chosen on an earlier visit, so that no page flashes.
try {
  const theme = localStorage.getItem('zds-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser may refuse to remember; the theme of the system is then the theme.
}
