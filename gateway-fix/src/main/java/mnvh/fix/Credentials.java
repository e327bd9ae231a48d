package mnvh.fix;

import mnvh.config.VenueConfig;
import org.jspecify.annotations.Nullable;
import quickfix.Message;

/** What a Logon(35=A) of ours carries beside the session's own fields. */
final class Credentials {
    private final @Nullable String username;
    private final @Nullable String password;

    private Credentials(@Nullable String username, @Nullable String password) {
        this.username = username;
        this.password = password;
    }

    /** @return those of a venue; reads the password file */
    static Credentials of(VenueConfig venue) {
        return new Credentials(venue.username(), PasswordFile.read(venue.passwordFile()));
    }

    void sign(Message logon) {
        if (username != null) {
            logon.setString(Tag.USERNAME, username);
        }
        if (password != null) {
            logon.setString(Tag.PASSWORD, password);
        }
    }
}
