// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What the code of one method does, in the order of its text: calls, switch cases and assignments to status words. The compiler
 * copies a {@code finally} block to every way out; of such copies only the last one stays, which is where the text has it.
 */
public final class MethodReader {

    /** A step: something to compare, or a call of {@code target} whose own steps take its place. */
    public record Step(String event, PortMethod target, String tag, String numbers, int line) {
        private Step(String event) {
            this(event, null, null, "", 0);
        }

        private Step(PortMethod target) {
            this(null, target, null, "", 0);
        }

        private Step at(int place) {
            return new Step(event, target, tag, numbers, place);
        }
    }

    private final ClassFiles classes;
    private final Vocabulary vocabulary;
    private final CSymbols symbols;
    private final PortMethod method;
    private final AbstractInsnNode[] insns;
    private final int[] depth;

    private MethodReader(ClassFiles classes, Vocabulary vocabulary, CSymbols symbols, PortMethod method) {
        this.classes = classes;
        this.vocabulary = vocabulary;
        this.symbols = symbols;
        this.method = method;
        this.insns = method.node().instructions.toArray();
        this.depth = new int[insns.length + 1];
        AnalyzerAdapter stack = new AnalyzerAdapter(method.owner().name, method.node().access, method.node().name,
                method.node().desc, null);
        for (int i = 0; i < insns.length; i++) {
            depth[i] = stack.stack == null ? -1 : stack.stack.size();
            insns[i].accept(stack);
        }
    }

    /** The steps of a method in the order of its text. */
    public static List<Step> read(ClassFiles classes, Vocabulary vocabulary, CSymbols symbols, PortMethod method) {
        return new MethodReader(classes, vocabulary, symbols, method).steps();
    }

    private List<Step> steps() {
        Map<LabelNode, TreeSet<String>> cases = cases();
        List<List<Step>> runs = new ArrayList<>();
        Map<String, List<Step>> lastOfLine = new HashMap<>();
        List<Step> run = new ArrayList<>();
        int line = 0;
        for (int i = 0; i < insns.length; i++) {
            if (insns[i] instanceof LineNumberNode number) {
                close(runs, lastOfLine, run, line);
                run = new ArrayList<>();
                line = number.line;
            } else if (insns[i] instanceof LabelNode label && cases.containsKey(label)) {
                run.add(new Step(Events.cases(cases.get(label))).at(line));
            } else {
                Step step = step(i);
                if (step != null) {
                    run.add(step.at(line));
                }
            }
        }
        close(runs, lastOfLine, run, line);
        List<Step> steps = new ArrayList<>();
        runs.forEach(steps::addAll);
        return steps;
    }

    private static void close(List<List<Step>> runs, Map<String, List<Step>> lastOfLine, List<Step> run, int line) {
        if (run.isEmpty()) {
            return;
        }
        List<Step> copy = lastOfLine.put(line + run.toString(), run);
        if (copy != null) {
            copy.clear();
        }
        runs.add(run);
    }

    private Map<LabelNode, TreeSet<String>> cases() {
        Map<LabelNode, TreeSet<String>> cases = new LinkedHashMap<>();
        for (int i = 0; i < insns.length; i++) {
            Map<Integer, LabelNode> targets = targets(insns[i]);
            Map<Integer, String> names = insns[i].getOpcode() == Opcodes.TABLESWITCH
                    || insns[i].getOpcode() == Opcodes.LOOKUPSWITCH ? enumNames(i) : Map.of();
            targets.forEach((key, label) -> cases.computeIfAbsent(label, l -> new TreeSet<>())
                    .add(names.containsKey(key) ? enumValue(names.get(key)) : Integer.toString(key)));
        }
        return cases;
    }

    private static Map<Integer, LabelNode> targets(AbstractInsnNode insn) {
        Map<Integer, LabelNode> targets = new LinkedHashMap<>();
        if (insn instanceof LookupSwitchInsnNode lookup) {
            for (int k = 0; k < lookup.keys.size(); k++) {
                targets.put(lookup.keys.get(k), lookup.labels.get(k));
            }
            targets.values().removeIf(label -> label == lookup.dflt);
        } else if (insn instanceof TableSwitchInsnNode table) {
            for (int k = 0; k < table.labels.size(); k++) {
                targets.put(table.min + k, table.labels.get(k));
            }
            targets.values().removeIf(label -> label == table.dflt);
        }
        return targets;
    }

    private Map<Integer, String> enumNames(int i) {
        for (int k = i - 1; k >= 0 && !(insns[k] instanceof LineNumberNode); k--) {
            if (insns[k] instanceof FieldInsnNode field && field.name.startsWith("$SwitchMap$")) {
                return classes.enumSwitch(field.owner);
            }
        }
        return Map.of();
    }

    private String enumValue(String constant) {
        Long value = symbols.constant(constant);
        value = value != null ? value : symbols.constant("CIO_" + constant);
        return value != null ? value.toString() : constant;
    }

    private Step step(int i) {
        AbstractInsnNode insn = insns[i];
        if (insn instanceof MethodInsnNode call) {
            return call(i, call);
        } else if (insn instanceof InvokeDynamicInsnNode indy) {
            return function(ClassFiles.lambda(indy));
        } else if (insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
            return function(classes.functionIn(field));
        } else if (insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.PUTFIELD
                && ClassFiles.isVariable(field.owner, method.owner().name, method.node().name.equals("<init>"))) {
            return new Step(field.name.equals("status") ? assignment(i) : "set(" + CName.of(field.name) + ")");
        }
        return null;
    }

    /** A lambda does what it does where it is written; a reference to a port of another function is not a call. */
    private Step function(Handle handle) {
        if (handle == null || !ClassFiles.ofOneLayer(handle.getOwner(), method.owner().name)) {
            return null;
        }
        PortMethod target = classes.resolve(handle.getOwner(), handle.getName(), handle.getDesc());
        return target != null && target.sources().isEmpty() && !target.isAbstract() ? new Step(target) : null;
    }

    private Step call(int i, MethodInsnNode call) {
        Vocabulary.Entry entry = vocabulary.ofJava(call.owner, call.name);
        if (entry != null) {
            String text = entry.event();
            if (entry.detail().equals("level")) {
                text += "(" + level(i, call) + ")";
            } else if (entry.withObject()) {
                text += "(" + object(i, call) + (entry.withMask() ? "," + mask(i, call) : "") + ")";
            }
            return new Step(text);
        }
        PortMethod target = classes.resolve(call);
        if (target == null) {
            return null;
        }
        boolean ported = target.portsDriver();
        return ported || ClassFiles.ofOneLayer(target.owner().name, method.owner().name) && !target.isAbstract()
                ? new Step(null, target, tag(i, call), numbers(i, call), 0) : null;
    }

    /** Where the pushing of the first argument begins; the object that is called is pushed just before. */
    private int firstArgument(int i, MethodInsnNode call) {
        int arguments = (Type.getArgumentsAndReturnSizes(call.desc) >> 2) - 1;
        int below = depth[i] - arguments;
        int k = i;
        while (k > 0 && !(depth[k] == below && insns[k].getOpcode() >= 0)) {
            k--;
        }
        return k;
    }

    private String object(int i, MethodInsnNode call) {
        AbstractInsnNode producer = insns[previous(firstArgument(i, call))];
        if (producer instanceof VarInsnNode load) {
            producer = assigned(load.var, i);
        }
        if (producer instanceof FieldInsnNode field) {
            String name = CName.of(field.name);
            return name.equals("status") || name.equals("erp_counter")
                    ? CName.of(field.owner.substring(field.owner.lastIndexOf('/') + 1)) + "." + name : name;
        }
        return producer instanceof MethodInsnNode from ? CName.of(from.name) : "?";
    }

    /** What produced the value of a local variable: the last assignment before; null if it is a parameter. */
    private AbstractInsnNode assigned(int variable, int i) {
        for (int k = i - 1; k > 0; k--) {
            if (insns[k] instanceof VarInsnNode store && store.var == variable
                    && store.getOpcode() >= Opcodes.ISTORE && store.getOpcode() <= Opcodes.ASTORE) {
                return insns[previous(k)];
            }
        }
        return null;
    }

    private int previous(int i) {
        int k = i - 1;
        while (k > 0 && (insns[k].getOpcode() < 0 || insns[k].getOpcode() == Opcodes.CHECKCAST)) {
            k--;
        }
        return Math.max(k, 0);
    }

    private String mask(int i, MethodInsnNode call) {
        int first = firstArgument(i, call);
        Integer value = previous(i) == first ? ClassFiles.intConstant(insns[first]) : null;
        return value == null ? "?" : Events.hex(value);
    }

    private String level(int i, MethodInsnNode call) {
        return insns[firstArgument(i, call)] instanceof FieldInsnNode field ? field.name : "?";
    }

    /** A trace tag among the arguments: a string of up to seven characters. */
    private String tag(int i, MethodInsnNode call) {
        for (int k = firstArgument(i, call); k < i; k++) {
            if (insns[k] instanceof LdcInsnNode ldc && ldc.cst instanceof String text && text.length() <= 7) {
                return text;
            }
        }
        return null;
    }

    /** The numbers among the arguments, such as masks; 0 and 1 say too little to be worth it. */
    private String numbers(int i, MethodInsnNode call) {
        TreeSet<Long> numbers = new TreeSet<>();
        for (int k = firstArgument(i, call); k < i; k++) {
            Integer value = ClassFiles.intConstant(insns[k]);
            Long number = value != null ? (Long) value.longValue()
                    : insns[k] instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC
                            ? symbols.constant(field.name) : null;
            if (number != null) {
                numbers.add(number);
            }
        }
        return Events.numbers(numbers);
    }


    private String assignment(int i) {
        int value = previous(i);
        int opcode = insns[value].getOpcode();
        if (opcode == Opcodes.IOR || opcode == Opcodes.IAND) {
            Integer mask = ClassFiles.intConstant(insns[previous(value)]);
            return "status" + (opcode == Opcodes.IOR ? "|=" : "&=") + (mask == null ? "?" : Events.hex(mask));
        }
        Integer number = ClassFiles.intConstant(insns[value]);
        if (insns[value] instanceof FieldInsnNode field && symbols.constant(field.name) != null) {
            number = symbols.constant(field.name).intValue();
        }
        return "status=" + (number == null ? "?" : Events.hex(number));
    }
}
