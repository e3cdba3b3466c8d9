package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFormTest {

    @Test
    void takesLettersAndDigitsWhereNothingIsSaid() {
        SecretForm form = form("SECRET_DB_PASSWORD_VERSION=v1");

        assertThat(form.length()).isEqualTo(32);
        assertThat(form.alphabet()).hasSize(62).contains("a", "Z", "0");
    }

    @ParameterizedTest
    @CsvSource({"length=43, 43, 62", "length=64 charset=hex, 64, 16", "charset=digits length=6, 6, 10"})
    void readsTheCommentBehindTheVersion(String comment, int length, int characters) {
        SecretForm form = form("SECRET_DB_PASSWORD_VERSION=v1 # " + comment);

        assertThat(form.length()).isEqualTo(length);
        assertThat(form.alphabet()).hasSize(characters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "charset=emoji; emoji; 62",
                "charset=safespecial; safespecial; 62",
                "length=8 charset=default,special; special; 62",
                "charset=digits,; ''; 62",
                "charset=digits,hex; ; 16",
                "charset=hex,alnum; ; 62"
            })
    void takesLettersAndDigitsForACharsetThatIsNotKnown(String comment, @Nullable String unknown, int characters) {
        SecretForm form = form("SECRET_DB_PASSWORD_VERSION=v1 # " + comment);

        assertThat(form.alphabet()).hasSize(characters).doesNotContain(",");
        assertThat(SecretForm.unknownCharsets(version("SECRET_DB_PASSWORD_VERSION=v1 # " + comment)))
                .isEqualTo(Optional.ofNullable(unknown).stream().toList());
    }

    @Test
    void knowsEachCharsetThatItNames() {
        assertThat(SecretForm.unknownCharsets(
                        version("SECRET_A_VERSION=v1 # charset=" + String.join(",", SecretForm.CHARSETS))))
                .isEmpty();
    }

    @Test
    void doesNotSeeALineThatIsCommentedOut() {
        Variables variables =
                EnvFile.read(".env.sample", "#SECRET_DB_PASSWORD_VERSION=v1 # length=43", Variables.none());

        assertThat(SecretForm.versionOf("db_password", variables)).isEmpty();
    }

    @Test
    void namesTheVariableOfASecretWithHyphens() {
        assertThat(SecretForm.versionVariable("lfs-jwt_secret")).isEqualTo("SECRET_LFS_JWT_SECRET_VERSION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"length=0", "length=-1", "length=long", "length=99999"})
    void refusesWhatItDoesNotUnderstandAndNamesTheLine(String comment) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> form("DOMAIN=x\nSECRET_DB_PASSWORD_VERSION=v1 # " + comment))
                .withMessageStartingWith(".env.sample:2: found " + comment + ", expected ");
    }

    private static SecretForm form(String envSample) {
        Variables variables = EnvFile.read(".env.sample", envSample, Variables.none());
        return SecretForm.of(SecretForm.versionOf("db_password", variables).orElseThrow());
    }

    private static Variable version(String line) {
        return EnvFile.read(".env.sample", line, Variables.none())
                .all()
                .iterator()
                .next();
    }
}
