package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.recipeharness.recipes.mumble.wire.ChannelRemove;
import org.recipeharness.recipes.mumble.wire.ChannelState;
import org.recipeharness.recipes.mumble.wire.UserRemove;
import org.recipeharness.recipes.mumble.wire.UserState;

class RosterTest {

    private static final UserState ALICE =
            UserState.newBuilder().setSession(3).setName("alice").build();
    private static final ChannelState ROOT =
            ChannelState.newBuilder().setChannelId(0).setName("Root").build();

    private final Roster roster = new Roster();

    @Test
    void putsAUserWithoutAChannelInTheRoot() throws IOException {
        tell(MessageType.USER_STATE, ALICE);

        assertThat(roster.users()).containsOnlyKeys(3).containsValue(new User(3, "alice", Channel.ROOT));
    }

    @Test
    void keepsWhatALaterStateDoesNotSay() throws IOException {
        tell(MessageType.USER_STATE, ALICE);
        tell(
                MessageType.USER_STATE,
                UserState.newBuilder().setSession(3).setChannelId(5).build());
        tell(MessageType.USER_STATE, UserState.newBuilder().setSession(3).build());
        tell(MessageType.CHANNEL_STATE, ROOT);
        tell(
                MessageType.CHANNEL_STATE,
                ChannelState.newBuilder().setChannelId(0).build());

        assertThat(roster.users().values()).containsExactly(new User(3, "alice", 5));
        assertThat(roster.channels().values()).containsExactly(new Channel(0, "Root"));
    }

    @Test
    void forgetsWhatIsRemoved() throws IOException {
        tell(MessageType.USER_STATE, ALICE);
        tell(MessageType.CHANNEL_STATE, ROOT);
        tell(MessageType.USER_REMOVE, UserRemove.newBuilder().setSession(3).build());
        tell(
                MessageType.CHANNEL_REMOVE,
                ChannelRemove.newBuilder().setChannelId(0).build());

        assertThat(roster.users()).isEmpty();
        assertThat(roster.channels()).isEmpty();
    }

    private void tell(MessageType type, MessageLite message) throws IOException {
        roster.note(new Message(type, message.toByteString()));
    }
}
