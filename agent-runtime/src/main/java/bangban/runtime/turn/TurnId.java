package bangban.runtime.turn;

import java.util.UUID;

/** Names a turn. Unguessable, but no right by itself: whoever reads a turn must own it. */
public record TurnId(String value) {

    public static TurnId random() {
        return new TurnId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
