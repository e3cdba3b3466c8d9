package org.recipeharness.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A program that tells what it was told, but for the secret in it, and its own command line. */
final class ToldProgram {

    private static final int EXIT = 7;

    private ToldProgram() {}

    public static void main(String[] none) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Handover handover = Handover.read(input);
        if (handover.properties().containsValue("hang")) {
            input.read();
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("told " + handover.properties().getOrDefault("password", "").length() + " " + handover.tests());
        out.println("same class path " + System.getProperty("java.class.path").contains("harness-core"));
        out.println(ProcessHandle.current().info().commandLine().orElse(""));
        System.exit(EXIT);
    }
}
