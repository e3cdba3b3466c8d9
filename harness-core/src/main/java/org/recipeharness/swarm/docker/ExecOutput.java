package org.recipeharness.swarm.docker;

/**
 * What a command in a container wrote.
 *
 * @param out all of its standard output, as UTF-8
 * @param err all of its standard error, as UTF-8
 */
record ExecOutput(String out, String err) {}
