package org.recipeharness.data;

import org.recipeharness.swarm.ExecRequest;

/** The command line client beside a database server: how it is called, and what its words mean. */
interface SqlClient {

    /** The program's name. */
    String program();

    /** Makes the call that runs statements and prints bare rows, a line each; a password goes into its environment. */
    ExecRequest request(ContainerVariables variables, String sql) throws InterruptedException;

    /** Whether the server, or its socket, is one that is just starting or ending, or ending its connections. */
    boolean saysLater(String error);

    /** Whether the marker's table is not there, or the whole database is not. */
    boolean saysNoMarker(String error);
}
