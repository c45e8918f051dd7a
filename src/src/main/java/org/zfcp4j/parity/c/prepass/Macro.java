// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.List;
import org.zfcp4j.parity.c.lex.Token;

/**
 * A macro.
 *
 * @param name its name
 * @param parameters the names of its parameters; null if it is none that takes arguments. {@code __VA_ARGS__} stands for the last
 *        if it takes any number
 * @param variadic does it take any number of arguments?
 * @param body its tokens
 * @param file where it is defined
 * @param line where it is defined
 */
public record Macro(String name, List<String> parameters, boolean variadic, List<Token> body, String file, int line) {
    public boolean functionLike() {
        return parameters != null;
    }
}
