package dev.latent.run;

import java.util.Optional;

/** Which version of this project is running. */
public final class CodeVersion {
    private CodeVersion() {}

    /** The jar's; {@code development} where there is none. */
    public static String current() {
        return Optional.ofNullable(CodeVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
