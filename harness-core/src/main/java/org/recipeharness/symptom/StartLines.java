package org.recipeharness.symptom;

import java.util.List;

/** A program of a container, or of its health check, that cannot be started. */
final class StartLines {

    private static final String FILE = "(?<path>/[\\w@+./-]+)";
    private static final String INTERPRETER =
            "Check the file's first line and its line ends (CRLF becomes part of the interpreter's name), and that the image has that interpreter";
    private static final String EXECUTABLE =
            "Give it a mode that lets it be executed: 'mode: 0555' for a config, chmod +x for a file in an image or a volume";

    static final List<KnownLine> ALL = List.of(
            KnownLine.of(
                    Sign.PROGRAM_MISSING,
                    "exec: \\\\?\"([^\"\\\\]+)\\\\?\": executable file not found in \\$PATH",
                    "The image has no program '{1}', which the entrypoint, the command or the health check asks for",
                    "Use a program that the image has, or another image; slim images often have neither curl nor a shell"),
            KnownLine.of(
                    Sign.PROGRAM_MISSING,
                    "(?:^|[/ ])(?:ba|da|a)?sh: (?:line )?(?:\\d+: )?([\\w.+-]+): (?:command )?not found$"
                            + "|\\.sh: (?:line )?\\d+: (?:exec: )?([\\w.+-]+): (?:command )?not found$",
                    "The image has no program '{1}{2}', which a script or the health check asks for",
                    "Use a program that the image has, or another image"),
            KnownLine.of(
                    Sign.OTHER_PLATFORM,
                    "(?i)\\bexec format error\\b",
                    "The program is for another kind of processor than the node's, or is a script without '#!'",
                    "Use an image that is published for the node's platform, and begin scripts with '#!'"),
            KnownLine.of(
                    Sign.PROGRAM_MISSING,
                    "(?:^|[^\\w])exec:? \\\\?\"?" + FILE
                            + "\\\\?\"?: (?:stat \\S+: |not found|no such file or directory)(?:no such file or directory)?"
                            + "|exec user process caused:? \"?no such file or directory",
                    "The program does not exist in the container, or the interpreter that its first line names does not",
                    INTERPRETER),
            KnownLine.of(
                    Sign.PROGRAM_MISSING,
                    "(?:\\\\r|\\^M|\r)(?:'|: )?.{0,3}(?:bad interpreter|no such file or directory|No such file or directory|command not found)"
                            + "|\\$'\\\\r': command not found|: bad interpreter: ",
                    "A script has line ends of Windows, or its first line names an interpreter that the image lacks",
                    INTERPRETER),
            KnownLine.of(
                    Sign.PERMISSION_DENIED,
                    "(?:^|[^\\w])exec:? \\\\?\"?" + FILE + "\\\\?\"?: (?i:permission denied)"
                            + "|exec user process caused:? \"?permission denied",
                    "The program may not be executed",
                    EXECUTABLE),
            KnownLine.of(
                    Sign.PORT_DENIED,
                    "(?i)\\b(?:bind|listen|listening)\\b.*?(?::|port )([1-9]\\d{0,2}|10[01]\\d|102[0-3])\\b(?![.\\d]).*permission denied"
                            + "|\\(13\\) ?permission denied:? .*(?:bind|make_sock).*:(\\d{1,4})\\b"
                            + "|permission denied.* (?:bind|listen)\\w*.*?(?::|port )(\\d{1,3})\\b(?![.\\d])"
                            + "|\\bEACCES\\b:? .*?(?::|port )(\\d{1,3})$"
                            + "|BindException: Permission denied",
                    "Only root may listen on ports below 1024, and the program does not run as root",
                    "Let it listen on a higher port, and publish or route that one"));

    private StartLines() {}
}
