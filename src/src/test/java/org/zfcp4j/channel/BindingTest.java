// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The binding says what the C header says. */
class BindingTest {
    private static final Path HEADER = Path.of("..", "native", "include", "fcpmock.h");
    private static final Pattern ENUMERATOR = Pattern.compile("\\b(FCP_\\w+) = (\\d+)");
    private static final Pattern MEMBER = Pattern.compile("\\b(u?int(?:32|64|8)_t) (\\w+)(?:\\[(\\d+)])?;");

    private static String body(String kind, String name) throws IOException {
        String header = Files.readString(HEADER);
        int start = header.indexOf("\n" + kind + " " + name + " {");
        assertTrue(start >= 0, name);
        return header.substring(start, header.indexOf("};", start));
    }

    private static Map<String, Integer> enumerators(String name, String prefix) throws IOException {
        Map<String, Integer> values = new LinkedHashMap<>();
        Matcher m = ENUMERATOR.matcher(body("enum", name));
        while (m.find()) {
            if (!m.group(1).endsWith("_COUNT")) {
                values.put(m.group(1).substring(prefix.length()), Integer.valueOf(m.group(2)));
            }
        }
        return values;
    }

    private static List<String> members(String name) throws IOException {
        List<String> members = new ArrayList<>();
        Matcher m = MEMBER.matcher(body("struct", name));
        while (m.find()) {
            int bits = Integer.parseInt(m.group(1).replaceAll("\\D", ""));
            int count = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
            members.add(m.group(2) + ":" + bits / 8 * count);
        }
        return members;
    }

    private static List<String> members(StructLayout layout) {
        return layout.memberLayouts().stream().map(l -> l.name().orElseThrow() + ":" + l.byteSize()).toList();
    }

    /**
     * While a critical call lasts the whole virtual machine may have to wait for it: only what takes no lock that others hold over
     * large copies may be one, which a test of the library holds.
     */
    @Test
    void onlyTheSigaThatNeverWaitsForTheChannelsLockIsACriticalCall() throws IOException {
        List<String> critical = new ArrayList<>();
        try (InputStream in = FcpMock.class.getResourceAsStream("FcpMock.class")) {
            new ClassReader(in).accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                        String[] exceptions) {
                    return new MethodVisitor(Opcodes.ASM9) {
                        private Object last;

                        @Override
                        public void visitLdcInsn(Object value) {
                            last = value;
                        }

                        @Override
                        public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                            if (called.equals("critical") && !name.equals("critical")) {
                                critical.add((String) last);
                            }
                        }
                    };
                }
            }, 0);
        }
        assertEquals(List.of("fcp_siga_try"), critical);
    }

    @Test
    void enumsHaveTheNumbersOfTheHeader() throws IOException {
        assertEquals(enumerators("fcp_param", "FCP_P_"), Arrays.stream(ChannelParameter.values())
                .collect(Collectors.toMap(Enum::name, ChannelParameter::number)));
        assertEquals(enumerators("fcp_fault_action", "FCP_FAULT_"), Arrays.stream(FaultAction.values())
                .collect(Collectors.toMap(Enum::name, FaultAction::number)));
        assertEquals(enumerators("fcp_step_kind", "FCP_STEP_"), Arrays.stream(StepKind.values())
                .collect(Collectors.toMap(Enum::name, Enum::ordinal)));
        Map<String, Integer> details = enumerators("fcp_detail", "FCP_D_");
        assertEquals(details, Arrays.stream(StepDetail.values()).collect(Collectors.toMap(Enum::name, Enum::ordinal)));
    }

    @Test
    void structuresHaveTheMembersOfTheHeader() throws IOException {
        assertEquals(members("fcp_step"), members(StepResult.LAYOUT));
        assertEquals(members("fcp_notification"), members(Notification.LAYOUT));
        assertEquals(members("fcp_fault"), members(Fault.LAYOUT));
        assertEquals(members("fcp_port"), members(RemotePort.LAYOUT));
        assertEquals(members("fcp_lun"), members(RamDisk.LAYOUT));
        for (StructLayout layout : List.of(StepResult.LAYOUT, Notification.LAYOUT, Fault.LAYOUT, RemotePort.LAYOUT,
                RamDisk.LAYOUT)) {
            layout.memberLayouts().forEach(m -> assertEquals(0, layout.byteOffset(PathElement.groupElement(
                    m.name().orElseThrow())) % element(m).byteSize(), () -> m.name().orElseThrow()));
        }
    }

    private static MemoryLayout element(MemoryLayout member) {
        return member instanceof SequenceLayout row ? row.elementLayout() : member;
    }

    @Test
    void countersHaveTheOrderOfTheHeader() throws IOException {
        List<String> counters = Arrays.stream(SubchannelStats.class.getRecordComponents())
                .map(c -> c.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + ":8").toList();
        assertEquals(members("fcp_stats"), counters);
        assertEquals(SubchannelStats.COUNTERS, counters.size());
    }

    @Test
    void everyFunctionOfTheBindingIsThere() {
        assertTrue(FcpChannel.nativeLayout().startsWith("[{\"struct\":\"qdr\""));
    }

    @Test
    void aMissingOrUnusableLibraryIsExplained() {
        UnsatisfiedLinkError missing = assertThrows(UnsatisfiedLinkError.class,
                () -> NativeLibrary.loadPacked("/native/no-such/libfcpmock.so"));
        assertTrue(missing.getMessage().contains("-D" + NativeLibrary.PROPERTY));
        UnsatisfiedLinkError unusable = assertThrows(UnsatisfiedLinkError.class,
                () -> NativeLibrary.load("target/no-such-libfcpmock.so"));
        assertTrue(unusable.getMessage().contains("no-such-libfcpmock.so"));
    }
}
