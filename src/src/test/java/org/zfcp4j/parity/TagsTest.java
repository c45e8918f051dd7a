// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** Trace tags: each is written by the port of the function that writes it in C, and by no other. */
class TagsTest {
    private final Driver driver = Driver.get();
    private final Parts parts = new Parts(driver.facts, driver.classes);

    private final Map<String, Set<String>> tagsOf = driver.facts.tags().stream().collect(
            Collectors.groupingBy(CFacts.Tag::function, Collectors.mapping(CFacts.Tag::tag, Collectors.toSet())));

    private Set<String> strings(ClassFiles.Method method) {
        Set<String> strings = new TreeSet<>();
        for (ClassFiles.Method part : parts.of(method)) {
            for (AbstractInsnNode insn : part.node().instructions) {
                if (insn instanceof LdcInsnNode ldc && ldc.cst instanceof String text) {
                    strings.add(text);
                }
            }
        }
        return strings;
    }

    @Test
    void aPortUsesTheTagsOfItsFunctionAndNoOthers() {
        Set<String> allTags = driver.facts.tags().stream().map(CFacts.Tag::tag).collect(Collectors.toSet());
        Map<String, Set<String>> used = new HashMap<>();
        for (Driver.Pair pair : driver.pairs()) {
            if (!pair.method().indirectCalls().isEmpty() && strings(pair.method()).isEmpty()) {
                continue; // it hands over to others that port the same function
            }
            used.computeIfAbsent(pair.function().name(), f -> new TreeSet<>()).addAll(strings(pair.method()));
        }
        List<String> wrong = new ArrayList<>();
        used.forEach((function, strings) -> {
            Set<String> tags = tagsOf.getOrDefault(function, Set.of());
            tags.stream().filter(tag -> !strings.contains(tag)).forEach(tag -> wrong.add(function + " lacks " + tag));
            strings.stream().filter(text -> allTags.contains(text) && !tags.contains(text))
                    .forEach(text -> wrong.add(function + " uses " + text));
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void noTagIsLost() {
        Set<String> ported = driver.pairs().stream().map(pair -> pair.function().name()).collect(Collectors.toSet());
        List<String> lost = driver.facts.tags().stream().filter(tag -> !ported.contains(tag.function()))
                .filter(tag -> driver.functions().stream().anyMatch(f -> f.name().equals(tag.function())
                        && !driver.leftOut.containsKey(f.key())))
                .map(CFacts.Tag::tag).toList();
        assertEquals(List.of(), lost);
        assertTrue(driver.facts.tags().size() > 150, "tags read: " + driver.facts.tags().size());
    }
}
