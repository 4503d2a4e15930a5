/** How many dialogs stand open. The key map is silent while one does. */
class OpenDialogs {
  count = $state(0);
}

export const openDialogs = new OpenDialogs();
