/** The parts of the settings. */
export type SettingsTab = "computer" | "register" | "passphrase";
