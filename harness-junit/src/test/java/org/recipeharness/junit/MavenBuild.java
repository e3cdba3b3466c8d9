package org.recipeharness.junit;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build of two modules that use this library, by a Maven of its own: {@code recipes} has the test class of a recipe, {@code plain}
 * has none. Maven runs offline, with what the build around it has downloaded.
 */
final class MavenBuild {

    private static final String PARENT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example.recipes</groupId>
              <artifactId>parent</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <modules>
                <module>recipes</module>
                <module>plain</module>
              </modules>
              <dependencyManagement>
                <dependencies>
                  <dependency>
                    <groupId>org.junit</groupId>
                    <artifactId>junit-bom</artifactId>
                    <version>%s</version>
                    <type>pom</type>
                    <scope>import</scope>
                  </dependency>
                </dependencies>
              </dependencyManagement>
              <dependencies>
                <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <scope>test</scope>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>maven-surefire-plugin</artifactId>
                    <version>%s</version>
                    <configuration>
                      <includes><include>**/*Cases.java</include></includes>
                      <additionalClasspathElements>%s</additionalClasspathElements>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String MODULE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.example.recipes</groupId>
                <artifactId>parent</artifactId>
                <version>1</version>
              </parent>
              <artifactId>%s</artifactId>
            </project>
            """;

    private static final String RECIPES = "recipes";
    private static final String PACKAGE = "org/recipeharness/junit/outside";
    private static final String TESTS = "target/test-classes/" + PACKAGE;

    private final Path folder;
    private final Map<String, String> settings;

    private MavenBuild(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * What a build has come to.
     *
     * @param exit Maven's exit code
     * @param output all that it has printed
     */
    record Result(int exit, String output) {}

    /** Makes the modules; each test of a recipe runs on a swarm in memory, with these settings. */
    static MavenBuild in(Path folder, Map<String, String> settings) {
        try {
            Files.writeString(
                    Files.createDirectories(folder).resolve("pom.xml"),
                    PARENT.formatted(required("fixture.junit"), required("fixture.surefire"), library()));
            module(folder.resolve(RECIPES), "SampleCases", "SampleCases$Custom", "AnswersHere", "AnswersHere$1");
            module(folder.resolve("plain"), "PlainCases");
            return new MavenBuild(folder, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void module(Path module, String... classes) throws IOException {
        Files.createDirectories(module.resolve(TESTS));
        Files.writeString(module.resolve("pom.xml"), MODULE.formatted(module.getFileName()));
        copy(module, classes);
    }

    private static void copy(Path module, String... classes) throws IOException {
        for (String each : classes) {
            Files.copy(
                    compiled().resolve(PACKAGE).resolve(each + ".class"),
                    module.resolve(TESTS).resolve(each + ".class"));
        }
    }

    /** The class path of this test, on which this library and a swarm in memory are. */
    private static String library() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> "<element>" + entry + "</element>")
                .collect(Collectors.joining());
    }

    private static Path compiled() {
        return Path.of(MavenBuild.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static String required(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .orElseThrow(() -> new AssertionError(
                        "The system property " + property + " is not set. Run this test by Maven, which sets it"));
    }

    MavenBuild file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    /** Adds classes to the module of recipes. */
    MavenBuild having(String... classes) throws IOException {
        copy(folder.resolve(RECIPES), classes);
        return this;
    }

    /** Runs the tests of both modules, of the second one also if the first one fails. */
    Result test(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(required("fixture.maven"), "bin", "mvn").toString(),
                "--offline",
                "--batch-mode",
                "--fail-at-end",
                "-Dmaven.repo.local=" + required("fixture.repository"),
                // What was downloaded counts, whatever the mirror is called that it came from.
                "-Daether.enhancedLocalRepository.trackingFilename=none",
                "-Djunit.jupiter.extensions.autodetection.enabled=true",
                "-D" + RerunTestCases.ALONE + "=true"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(arguments));
        command.add("surefire:test");
        Path output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Stream.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR", "MAVEN_ARGS").forEach(builder.environment()::remove);
        Process maven = builder.start();
        try {
            if (!maven.waitFor(3, MINUTES)) {
                throw new AssertionError("Maven has not ended within 3 minutes: " + Files.readString(output));
            }
            return new Result(maven.exitValue(), Files.readString(output));
        } finally {
            maven.destroyForcibly();
        }
    }
}
