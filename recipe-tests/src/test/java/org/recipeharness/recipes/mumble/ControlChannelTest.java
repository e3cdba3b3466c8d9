package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.recipes.mumble.wire.UserRemove;

class ControlChannelTest {

    @Test
    void writesTypeAndLengthBigEndian() throws IOException {
        var written = new ByteArrayOutputStream();

        new ControlChannel(new ByteArrayInputStream(new byte[0]), written)
                .write(
                        MessageType.USER_REMOVE,
                        UserRemove.newBuilder().setSession(7).build());

        assertThat(written.toByteArray()).isEqualTo(bytes("0008 00000002 0807"));
    }

    @Test
    void readsOneMessageAfterTheOther() throws IOException {
        ControlChannel channel = reading("0008 00000002 0807" + "0005 00000000");

        Message first = channel.read();
        assertThat(first.type()).isEqualTo(MessageType.USER_REMOVE);
        assertThat(UserRemove.parseFrom(first.payload()).getSession()).isEqualTo(7);
        assertThat(channel.read().type()).isEqualTo(MessageType.SERVER_SYNC);
    }

    @Test
    void skipsTypesOfANewerServer() throws IOException {
        assertThat(reading("001b 00000003 aabbcc" + "ffff 00000000" + "0005 00000000")
                        .read()
                        .type())
                .isEqualTo(MessageType.SERVER_SYNC);
    }

    @ParameterizedTest
    @CsvSource({"0007 00800000, 7, 8388608", "4854 54502f31, 18516, 1414541105", "0007 ffffffff, 7, 4294967295"})
    void refusesAFrameLongerThanAnyOfMumble(String header, String number, String length) {
        assertThatThrownBy(() -> reading(header).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessage(
                        "a frame of type " + number + " and " + length + " bytes, where Mumble's longest has 8388607");
    }

    @Test
    void saysHowMuchOfACutFrameCame() {
        assertThatThrownBy(() -> reading("0009 00000064 0807").read())
                .isInstanceOf(EOFException.class)
                .hasMessage("a frame of type 9 cut off after 2 of 100 bytes");
    }

    private static ControlChannel reading(String hex) {
        return new ControlChannel(new ByteArrayInputStream(bytes(hex)), OutputStream.nullOutputStream());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
