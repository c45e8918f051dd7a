// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.value;

import java.util.List;
import org.zfcp4j.parity.c.lex.Token;

/** What an expression refers to beyond macros. */
public interface Names {
    /** The value of an enumerator. */
    Value enumerator(String name) throws NotConstantException;

    /** The size of a type that is named by these tokens, or null if they are no name of a type. */
    TypeShape type(List<Token> tokens) throws NotConstantException;

    /** The size of a member of a type: {@code sizeof(((type *)0)->member)}. */
    default long sizeOfMember(List<Token> type, List<Token> member) throws NotConstantException {
        throw new NotConstantException("sizeof of a member");
    }

    /** The offset of a member of a type. */
    default long offsetOfMember(List<Token> type, List<Token> member) throws NotConstantException {
        throw new NotConstantException("offsetof");
    }

    /**
     * What an expression needs to know of a type.
     *
     * @param size in bytes
     * @param signed is it a signed integer?
     * @param scalar is it an integer or a pointer?
     */
    record TypeShape(long size, boolean signed, boolean scalar) {
    }
}
