// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.code.Parts;
import org.zfcp4j.parity.code.PortMethod;
import org.zfcp4j.parity.facts.ConstantUse;
import org.zfcp4j.parity.facts.FunctionFacts;

/**
 * How often a function uses each named constant that the port knows by the same name, and how often the port uses that number.
 * The compiler leaves only numbers, and adds some of its own: a number is looked for, not a name. Small ones say nothing,
 * except those of an enumeration.
 */
final class Numbers {
    /** Below this, a number is as likely a length, an index or a part of an expression. */
    private static final long TELLING = 16;
    /** Where constants of C are defined; tools above the driver may use the same words for other things. */
    private static final Pattern OF_THE_DRIVER =
            Pattern.compile(ClassFiles.ROOT + "(zfcp/|layout/|qdio/|kernel/[A-Z]|kernel/debug/|scsi/)");

    /** A named number of the port, with its class. */
    record PortConstant(String label, long value) {
        /** An int of the port holds the 32 bits that C has as an unsigned number. */
        boolean isValue(long ofC) {
            return value == ofC || value == (int) ofC;
        }

        String shown() {
            return label + " " + Numbers.shown(value);
        }
    }

    private final CDriver driver;
    private final ClassFiles classes;
    private final Map<String, PortConstant> javaConstants = new TreeMap<>();
    private final Set<String> javaEnums = new HashSet<>();

    Numbers(CDriver driver, ClassFiles classes) {
        this.driver = driver;
        this.classes = classes;
        for (ClassNode owner : classes.all()) {
            if (!OF_THE_DRIVER.matcher(owner.name).lookingAt()) {
                continue;
            }
            for (FieldNode field : owner.fields) {
                if ((field.access & Opcodes.ACC_ENUM) != 0) {
                    if (driver.constant(field.name) != null) {
                        javaEnums.add(field.name);
                    }
                } else if (field.value instanceof Number number) {
                    javaConstants.put(field.name, new PortConstant(owner.name.substring(owner.name.lastIndexOf('/') + 1) + "." + field.name,
                            number.longValue()));
                }
            }
        }
    }

    /** The numbers of the port that have names. */
    Map<String, PortConstant> constants() {
        return javaConstants;
    }

    /** Their values. */
    Map<String, Long> values() {
        Map<String, Long> values = new HashMap<>();
        javaConstants.forEach((name, constant) -> values.put(name, constant.value()));
        return values;
    }

    /** Has the port an enumerator of this name? */
    boolean isEnum(String name) {
        return javaEnums.contains(name);
    }

    /** Decimal, and hexadecimal where that is more telling. */
    static String shown(long value) {
        return value > -TELLING && value < TELLING ? Long.toString(value) : value + " (0x" + Long.toHexString(value) + ")";
    }

    /** Uses in C of what the port has under the same name, as {@link #key}. */
    Map<String, Integer> ofC(FunctionFacts function) {
        Map<String, Integer> uses = new TreeMap<>();
        for (ConstantUse use : function.constantUses()) {
            String names = use.names().replaceAll("^[-~]", "");
            if (javaEnums.contains(names)) {
                uses.merge(names, 1, Integer::sum);
            } else if (List.of(names.split("\\|")).stream().allMatch(javaConstants::containsKey)) {
                Long value = driver.value(use.names());
                String key = value == null ? null : key(value, use.mask());
                if (key != null) {
                    uses.merge(key, 1, Integer::sum);
                }
            }
        }
        return uses;
    }

    /**
     * Masks that only widen a byte or a half-word to an int say nothing. A complement is written as the bits that it leaves out.
     */
    private static String key(long value, boolean mask) {
        long number = value < 0 && value >= -4095 ? value : (int) value == value || value >>> 32 == 0 ? (int) value : value;
        if (number < -4095 && Long.bitCount(number) > Integer.SIZE) {
            number = ~number;
        }
        boolean widening = number == 0xff || number == 0xffff;
        boolean telling = Math.abs(number) >= TELLING && !widening;
        return telling ? Long.toString(number) : mask && !widening && number > 0 ? "mask " + number : null;
    }

    /** Numbers and enumerators in a port and in the helpers that belong to it, as often as they are reached. */
    Map<String, Integer> ofPort(PortMethod method) {
        Map<String, Integer> uses = new TreeMap<>();
        for (PortMethod part : new Parts(classes).of(method)) {
            count(part, uses);
        }
        return uses;
    }

    private void count(PortMethod method, Map<String, Integer> uses) {
        // Copies of a finally block repeat a line: the run that has most of a number counts.
        Map<String, Integer> perLine = new HashMap<>();
        Map<String, Integer> run = new HashMap<>();
        int line = 0;
        for (AbstractInsnNode insn : method.node().instructions) {
            if (insn instanceof LineNumberNode number) {
                close(run, line, perLine);
                line = number.line;
            }
            String key = keyOf(insn);
            if (key != null) {
                run.merge(key, 1, Integer::sum);
            }
        }
        close(run, line, perLine);
        perLine.forEach((at, count) -> uses.merge(at.substring(at.indexOf(' ') + 1), count, Integer::sum));
    }

    private static void close(Map<String, Integer> run, int line, Map<String, Integer> perLine) {
        run.forEach((key, count) -> perLine.merge(line + " " + key, count, Math::max));
        run.clear();
    }

    private String keyOf(AbstractInsnNode insn) {
        if (insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC && javaEnums.contains(field.name)) {
            return field.name;
        }
        Integer value = insn instanceof InsnNode || insn instanceof IntInsnNode || insn instanceof LdcInsnNode
                ? ClassFiles.intConstant(insn) : null;
        if (value != null) {
            int next = insn.getNext() == null ? 0 : insn.getNext().getOpcode();
            boolean mask = next == Opcodes.IAND || next == Opcodes.IOR;
            return key(value < 0 && mask ? ~value : value, mask);
        }
        return insn instanceof LdcInsnNode ldc && ldc.cst instanceof Long number ? key(number, false) : null;
    }

    /** How much more often the port uses each number than C: negative if C does, absent if they agree. */
    static Map<String, Integer> surplus(Map<String, Integer> c, Map<String, Integer> java) {
        Map<String, Integer> surplus = new TreeMap<>();
        java.forEach((key, count) -> surplus.merge(key, count, Integer::sum));
        c.forEach((key, count) -> surplus.merge(key, -count, Integer::sum));
        surplus.values().removeIf(count -> count == 0);
        return surplus;
    }

    /** {@code -number:times} for what C uses more often, {@code +number:times} for the port. */
    static String text(Map<String, Integer> surplus) {
        StringBuilder text = new StringBuilder();
        surplus.forEach((key, count) -> text.append(count < 0 ? " -" : " +").append(key).append(':').append(Math.abs(count)));
        return text.toString().trim();
    }

    /** The reverse of {@link #text}. */
    static Map<String, Integer> parse(String text) {
        Map<String, Integer> surplus = new TreeMap<>();
        for (String item : text.split(" (?=[+-])")) {
            int colon = item.lastIndexOf(':');
            int times = Integer.parseInt(item.substring(colon + 1));
            surplus.put(item.substring(1, colon), item.startsWith("-") ? -times : times);
        }
        return surplus;
    }
}
