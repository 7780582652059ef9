package minihost.config;

import java.nio.file.Path;

/**
 * A {@code node_modules} folder that is no part of the program's root, and whose packages the
 * program has all the same once its {@code miniprogram_npm} is built.
 *
 * @param packages the {@code node_modules} folder; absolute
 * @param folder where in the program they are built to, without {@code miniprogram_npm}; empty for
 *     its root
 */
public record NpmRelation(Path packages, String folder) {}
