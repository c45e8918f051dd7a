// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The parser is found for the platforms that its jars name, and its absence is said in one line. */
class NativeGrammarTest {
    private static String path(String os, String architecture) {
        return String.join("-name", NativeGrammar.platform(os, architecture));
    }

    @Test
    void platformsHaveTheNamesThatTheJarsUse() {
        assertEquals(List.of("x86_64-linux-gnu-name.so", "aarch64-linux-gnu-name.so", "aarch64-macos-name.dylib",
                "x86_64-windows-name.dll"), List.of(path("Linux", "amd64"), path("Linux", "aarch64"), path("Mac OS X", "aarch64"),
                path("Windows 11", "amd64")));
    }

    @Test
    void bothLibrariesAreThereForTheUsualPlatforms() {
        for (String platform : List.of("x86_64-linux-gnu", "aarch64-linux-gnu", "x86_64-macos", "aarch64-macos", "x86_64-windows")) {
            String suffix = platform.endsWith("macos") ? ".dylib" : platform.endsWith("windows") ? ".dll" : ".so";
            for (String name : List.of("tree-sitter", "tree-sitter-c")) {
                String resource = "/lib/" + platform + "-" + name + suffix;
                assertTrue(NativeGrammarTest.class.getResource(resource) != null, resource);
            }
        }
    }

    @Test
    void aPlatformWithoutThemIsNamed() {
        assertEquals("there is no parser of C for this platform: s390x-linux-gnu",
                assertThrows(NativeGrammar.MissingException.class,
                        () -> NativeGrammar.library("tree-sitter", NativeGrammar.platform("Linux", "s390x"))).getMessage());
    }
}
