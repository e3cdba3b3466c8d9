package org.recipeharness.recipes.mumble;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.recipes.mumble.wire.ChannelRemove;
import org.recipeharness.recipes.mumble.wire.ChannelState;
import org.recipeharness.recipes.mumble.wire.UserRemove;
import org.recipeharness.recipes.mumble.wire.UserState;

/** What the server has told about its channels and users, brought up to date message by message. */
final class Roster {

    private final Map<Integer, Channel> channels = new TreeMap<>();
    private final Map<Integer, User> users = new TreeMap<>();

    /** Takes in a message; those of other types change nothing. */
    void note(Message message) throws InvalidProtocolBufferException {
        switch (message.type()) {
            case CHANNEL_STATE -> note(ChannelState.parseFrom(message.payload()));
            case CHANNEL_REMOVE ->
                channels.remove(ChannelRemove.parseFrom(message.payload()).getChannelId());
            case USER_STATE -> note(UserState.parseFrom(message.payload()));
            case USER_REMOVE ->
                users.remove(UserRemove.parseFrom(message.payload()).getSession());
            default -> {}
        }
    }

    // A later state carries only what has changed.
    private void note(ChannelState state) {
        Channel known = channels.getOrDefault(state.getChannelId(), new Channel(state.getChannelId(), ""));
        channels.put(known.id(), new Channel(known.id(), state.hasName() ? state.getName() : known.name()));
    }

    private void note(UserState state) {
        User known = users.getOrDefault(state.getSession(), new User(state.getSession(), "", Channel.ROOT));
        users.put(
                known.session(),
                new User(
                        known.session(),
                        state.hasName() ? state.getName() : known.name(),
                        state.hasChannelId() ? state.getChannelId() : known.channelId()));
    }

    Map<Integer, Channel> channels() {
        return Collections.unmodifiableMap(new TreeMap<>(channels));
    }

    Map<Integer, User> users() {
        return Collections.unmodifiableMap(new TreeMap<>(users));
    }
}
