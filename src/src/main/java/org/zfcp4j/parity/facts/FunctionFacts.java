// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.List;

/**
 * A function that the driver defines. Lists are in the order of the text.
 *
 * @param name its name
 * @param place the first line of the definition, which may stand above that of the name
 * @param nameLine the line of the name
 * @param endLine the line of the closing brace
 * @param isStatic does it have internal linkage?
 * @param inline is it declared inline?
 * @param exported is its symbol exported to modules?
 * @param generatedBy the macro that makes the function; empty if it stands in the text. Its lines are those of the macro's use
 * @param returnType the text of the type before the name; empty where the facts do not say
 * @param paramNames the names of its parameters
 * @param paramTypes the text of their declarations without the names; empty where the facts do not say
 * @param calls every name followed by an argument list
 * @param functionRefs functions of the driver that are named without being called, each once
 * @param constants names in capitals that are constants, each once
 * @param constantUses the same with their places, outside of case labels; empty where the facts do not say
 * @param locks operations on locks
 * @param atomics atomic operations that change something
 * @param assignments to members of structures
 * @param switches switch statements
 * @param returns what it returns, each once; an expression that is neither a number nor a name is {@code (expression)}
 * @param tags trace tags
 * @param body the tokens of the body without comments, joined by blanks; empty where the facts do not say
 */
public record FunctionFacts(String name, Place place, int nameLine, int endLine, boolean isStatic, boolean inline,
        boolean exported, String generatedBy, String returnType, List<String> paramNames, List<String> paramTypes,
        List<CallFact> calls, List<String> functionRefs, List<String> constants, List<ConstantUse> constantUses,
        List<LockFact> locks, List<AtomicFact> atomics, List<AssignmentFact> assignments, List<SwitchFact> switches,
        List<String> returns, List<TagUse> tags, String body) {
    public FunctionFacts {
        paramNames = List.copyOf(paramNames);
        paramTypes = List.copyOf(paramTypes);
        calls = List.copyOf(calls);
        functionRefs = List.copyOf(functionRefs);
        constants = List.copyOf(constants);
        constantUses = List.copyOf(constantUses);
        locks = List.copyOf(locks);
        atomics = List.copyOf(atomics);
        assignments = List.copyOf(assignments);
        switches = List.copyOf(switches);
        returns = List.copyOf(returns);
        tags = List.copyOf(tags);
    }

    /** File name and name, as {@code @LinuxSource} has them: {@code zfcp_fsf.c:zfcp_fsf_status_read}. */
    public String key() {
        return place.fileName() + ":" + name;
    }

    /** The assignments to status words. */
    public List<AssignmentFact> statusAssignments() {
        return assignments.stream().filter(AssignmentFact::status).toList();
    }
}
