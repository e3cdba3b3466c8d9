package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.recipes.mumble.MessageType.CHANNEL_STATE;
import static org.recipeharness.recipes.mumble.MessageType.CODEC_VERSION;
import static org.recipeharness.recipes.mumble.MessageType.CRYPT_SETUP;
import static org.recipeharness.recipes.mumble.MessageType.PERMISSION_QUERY;
import static org.recipeharness.recipes.mumble.MessageType.SERVER_CONFIG;
import static org.recipeharness.recipes.mumble.MessageType.SERVER_SYNC;
import static org.recipeharness.recipes.mumble.MessageType.USER_STATE;
import static org.recipeharness.recipes.mumble.MessageType.VERSION;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeOrderTest {

    private static final List<MessageType> SANE =
            List.of(VERSION, CRYPT_SETUP, CODEC_VERSION, CHANNEL_STATE, CHANNEL_STATE, USER_STATE, SERVER_SYNC);

    @Test
    void findsNothingInASaneOrder() {
        assertThat(HandshakeOrder.findings(SANE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 7})
    void takesPermissionQueryAndServerConfigAnywhereAfterVersion(int place) {
        List<MessageType> order = new ArrayList<>(SANE);
        order.addAll(place, List.of(PERMISSION_QUERY, SERVER_CONFIG));

        assertThat(HandshakeOrder.findings(order)).isEmpty();
    }

    @Test
    void wantsVersionFirst() {
        List<MessageType> order = new ArrayList<>(SANE);
        Collections.swap(order, 0, 1);

        assertThat(HandshakeOrder.findings(order))
                .containsExactly("The first message must be VERSION, but the order was " + order + ".");
    }

    @ParameterizedTest
    @EnumSource(names = {"CRYPT_SETUP", "CODEC_VERSION", "CHANNEL_STATE", "USER_STATE"})
    void missesWhatMustComeBeforeServerSync(MessageType type) {
        List<MessageType> order = new ArrayList<>(SANE);
        order.removeAll(List.of(type));

        assertThat(HandshakeOrder.findings(order))
                .containsExactly("There must be a " + type + " before SERVER_SYNC, but the order was " + order + ".");
    }

    @ParameterizedTest
    @EnumSource(names = {"CRYPT_SETUP", "CODEC_VERSION", "CHANNEL_STATE", "USER_STATE"})
    void objectsToWhatComesAfterServerSync(MessageType type) {
        List<MessageType> order = new ArrayList<>(SANE);
        order.add(type);

        assertThat(HandshakeOrder.findings(order))
                .containsExactly("No " + type + " may come after SERVER_SYNC, but the order was " + order + ".");
    }

    @Test
    void wantsExactlyOneServerSync() {
        List<MessageType> without = SANE.subList(0, SANE.size() - 1);
        List<MessageType> twice = new ArrayList<>(SANE);
        twice.add(SERVER_SYNC);

        assertThat(HandshakeOrder.findings(without))
                .containsExactly("There must be one SERVER_SYNC, but there were 0 in " + without + ".");
        assertThat(HandshakeOrder.findings(twice))
                .containsExactly("There must be one SERVER_SYNC, but there were 2 in " + twice + ".");
    }

    @Test
    void findsBothFaultsOfAnEmptyHandshake() {
        assertThat(HandshakeOrder.findings(List.of())).hasSize(2);
    }
}
