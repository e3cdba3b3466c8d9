package org.recipeharness.swarm.docker;

/**
 * An image's name as the engine's pull wants it: in two parts.
 *
 * @param name the name with its registry, such as {@code ghcr.io/bluesky-social/pds}
 * @param version its tag or its digest; never empty, as the engine would pull each tag that there is
 */
record ImageReference(String name, String version) {

    static ImageReference of(String image) {
        int digest = image.indexOf('@');
        String tagged = digest < 0 ? image : image.substring(0, digest);
        // A colon before the last slash begins the port of the registry.
        int tag = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        String name = tag < 0 ? tagged : tagged.substring(0, tag);
        if (digest >= 0) {
            return new ImageReference(name, image.substring(digest + 1));
        }
        return new ImageReference(name, tag < 0 ? "latest" : tagged.substring(tag + 1));
    }
}
