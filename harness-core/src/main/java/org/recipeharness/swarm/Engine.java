package org.recipeharness.swarm;

/**
 * What engine answers.
 *
 * @param version its version, such as {@code 20.10.24}
 * @param swarm how it takes part in a swarm
 * @param kernel the kernel it runs on
 * @param ipvs whether that kernel routes swarm's virtual IPs and ingress ports
 */
public record Engine(String version, SwarmMode swarm, String kernel, boolean ipvs) {

    /** How an engine takes part in a swarm. */
    public enum SwarmMode {
        /** Not at all. */
        INACTIVE,
        /** It runs tasks, but can't be asked about services. */
        WORKER,
        /** It can be asked for everything. */
        MANAGER
    }
}
