package dev.latent.start;

/** A setting that there isn't, or whose value it can't have. The message is a sentence for who starts the program. */
final class SettingRefused extends RuntimeException {
    SettingRefused(String message) {
        super(message);
    }
}
