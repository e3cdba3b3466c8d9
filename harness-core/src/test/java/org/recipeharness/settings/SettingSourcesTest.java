package org.recipeharness.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {

    private Path project;
    private Path parent;
    private Path module;
    private final Properties system = new Properties();

    @BeforeEach
    void makeFolders(@TempDir Path temporary) throws IOException {
        project = temporary;
        parent = project.resolve("recipe-tests");
        module = Files.createDirectories(parent.resolve("deeper"));
    }

    @Test
    void areTheNearestFileUpwardsAlone() throws IOException {
        write(project, "harness.zone=far.test\nharness.node=192.0.2.1\n");
        write(parent, "harness.zone=near.test\n");

        Settings settings = Settings.load(Map.of(), system, module);

        assertThat(settings.zone()).isEqualTo("near.test");
        assertThat(settings.node()).isEqualTo("127.0.0.1");
    }

    @Test
    void refuseANameInTheFileThatIsNoSetting() throws IOException {
        write(module, "zone=near.test\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.load(Map.of(), system, module))
                .withMessageContaining("'zone' is not a setting");
    }

    @Test
    void letSystemPropertiesWin() throws IOException {
        write(module, "harness.zone=file.test\nrecipe=gitea\n");
        system.setProperty("harness.zone", "command.test");

        Settings settings = Settings.load(Map.of(), system, module);

        assertThat(settings.zone()).isEqualTo("command.test");
        assertThat(settings.text(Setting.RECIPE)).contains("gitea");
    }

    @Test
    void letWhatARunWasToldWinOverAll() throws IOException {
        write(module, "harness.zone=file.test\nharness.node=192.0.2.1\n");
        system.setProperty("harness.zone", "command.test");

        Settings settings = Settings.load(
                Map.of("harness.zone", " told.test ", "harness.node", " ", "ref", "main"), system, module);

        assertThat(settings.zone()).isEqualTo("told.test");
        assertThat(settings.node()).isEqualTo("192.0.2.1");
        assertThat(settings.text(Setting.REF)).contains("main");
    }

    @Test
    void ignoreEmptyValuesAndBlanksAround() throws IOException {
        write(module, "harness.zone=file.test\n");
        system.setProperty("harness.zone", "  ");
        system.setProperty("harness.node", " 192.0.2.7 ");

        Settings settings = Settings.load(Map.of(), system, module);

        assertThat(settings.zone()).isEqualTo("file.test");
        assertThat(settings.node()).isEqualTo("192.0.2.7");
    }

    @Test
    void leaveOtherProgramsPropertiesAlone() {
        system.setProperty("java.home", "/usr/lib/jvm");
        system.setProperty("tier", "install");

        assertThat(Settings.load(Map.of(), system, module).text(Setting.TIER)).contains("install");
    }

    @Test
    void reportAnUnknownNameInTheFile() throws IOException {
        write(module, "harness.zoen=lab.test\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.load(Map.of(), system, module))
                .withMessageContaining("'harness.zoen' is not a setting");
    }

    private static void write(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("harness.properties"), text);
    }
}
