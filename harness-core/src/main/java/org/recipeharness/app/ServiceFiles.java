package org.recipeharness.app;

import java.util.Optional;
import org.recipeharness.swarm.SwarmException;

/** The files in the running container of one service. */
public final class ServiceFiles {

    private final ServiceExec service;

    ServiceFiles(ServiceExec service) {
        this.service = service;
    }

    /**
     * Writes a file.
     *
     * @param file its absolute path in the container; its folder exists, and a file of that name is replaced
     * @param content what it is to hold
     * @throws SwarmException when the service has no running task, or the engine refuses it
     */
    public void write(String file, byte[] content) {
        service.swarm().writeFile(service.container(), file, content);
    }

    /**
     * Reads a file.
     *
     * @param file its absolute path in the container
     * @return its content, or empty where there is no such file
     * @throws SwarmException when the service has no running task, or the engine refuses it
     */
    public Optional<byte[]> read(String file) {
        return service.swarm().readFile(service.container(), file);
    }
}
