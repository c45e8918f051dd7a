// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.dbf.LabTraces;
import org.zfcp4j.dbf.judge.Remark.Weight;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.level.Levels;

/** Records that no driver writes are found where one is planted, and nowhere else. */
class ChecksTest {
    private static final int ADAPTER_STATUS = (int) ZfcpDbfRec.ADAPTER_STATUS.offset();
    private static final int ACTION = (int) (ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_ACTION.offset());
    private static final int STEP = (int) (ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_STEP.offset());
    private static final int NEED = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset());
    private static final int WANT = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.WANT.offset());
    private static final int ISSUED = (int) (ZfcpDbfHba.RES.offset() + ZfcpDbfHbaRes.REQ_ISSUED.offset());
    private static final int ERP_INUSE = 0x01000000;
    private static WorldResult run;

    @TempDir
    Path folder;

    /** Not where the class is initialised: other threads run the script. */
    @BeforeAll
    static void play() {
        run = LabTraces.play(Levels.linux510(), ChecksTest::flap);
    }

    private static void flap(World world) {
        world.channel().san().addPort(new RemotePort(0x5005_0763_0300_c562L, 0x5005_0763_0300_c000L, 0x010200), false);
        world.device(0).setOnline();
        world.sleep(1000);
        world.unplug();
        world.sleep(500);
        world.replug();
        world.sleep(5000);
    }

    private Set<String> impossible(UnaryOperator<List<TraceRecord>> change) throws Exception {
        return LabTraces.kinds(LabTraces.judge(folder, run, LabTraces.FULL_LEVEL, change), Weight.IMPOSSIBLE);
    }

    private static TraceRecord changed(TraceRecord record, int level, Consumer<ByteBuffer> change) {
        byte[] bytes = record.bytes().clone();
        change.accept(ByteBuffer.wrap(bytes));
        return new TraceRecord(record.area(), record.areaSize(), level, record.micros(), record.context(), bytes);
    }

    /** The first record with that tag is another. */
    private static UnaryOperator<List<TraceRecord>> change(String tag, Consumer<ByteBuffer> change) {
        return records -> {
            List<TraceRecord> all = new ArrayList<>(records);
            int at = first(all, record -> record.tag().equals(tag));
            all.set(at, changed(all.get(at), all.get(at).level(), change));
            return all;
        };
    }

    private static UnaryOperator<List<TraceRecord>> without(String tag) {
        return records -> {
            List<TraceRecord> all = new ArrayList<>(records);
            all.remove(first(all, record -> record.tag().equals(tag)));
            return all;
        };
    }

    private static UnaryOperator<List<TraceRecord>> twice(String tag) {
        return records -> {
            List<TraceRecord> all = new ArrayList<>(records);
            int at = first(all, record -> record.tag().equals(tag));
            all.add(at, all.get(at));
            return all;
        };
    }

    private static int first(List<TraceRecord> records, Predicate<TraceRecord> condition) {
        for (int i = 0; i < records.size(); i++) {
            if (condition.test(records.get(i))) {
                return i;
            }
        }
        throw new AssertionError("there is no such record");
    }

    private static void tag(ByteBuffer record, String tag) {
        record.put(1, tag.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void nothingIsFoundInWhatTheDriverWrote() throws Exception {
        assertEquals(Set.of(), impossible(UnaryOperator.identity()));
    }

    @Test
    void unknownTags() throws Exception {
        assertEquals(Set.of("unknown-tag"), impossible(change("erator1", record -> tag(record, "erator9"))));
        assertEquals(Set.of("unknown-tag"), impossible(change("fs_norm", record -> tag(record, "ccsonl1"))), "a tag of another area");
        assertEquals(Set.of("unknown-tag"), impossible(change("fs_norm", record -> tag(record, "\u001b[31m!!"))));
    }

    @Test
    void tagsInRecordsOfAnotherForm() throws Exception {
        assertTrue(impossible(change("fssrh_4", record -> record.put(0, (byte) 1))).contains("record-id"));
        assertTrue(impossible(change("fs_norm", record -> record.put(0, (byte) 6))).contains("record-id"));
    }

    @ParameterizedTest
    @CsvSource({"fs_norm,3", "fssrh_4,1", "erator1,2", "fssct_1,0"})
    void tagsAtTheWrongLevel(String tag, int level) throws Exception {
        assertEquals(Set.of("level"), impossible(records -> {
            List<TraceRecord> all = new ArrayList<>(records);
            int at = first(all, record -> record.tag().equals(tag));
            all.set(at, changed(all.get(at), level, record -> { }));
            return all;
        }));
    }

    @Test
    void tagsOfTwoReleases() throws Exception {
        UnaryOperator<List<TraceRecord>> later = change("fssrh_2", record -> tag(record, "qdreqt1"));
        assertEquals(Set.of(), impossible(later));
        assertEquals(Set.of("two-releases"), impossible(records -> change("ccsonl1", record -> tag(record, "ccresu1")).apply(later.apply(records))));
    }

    @Test
    void statusWordsThatNoTransitionReaches() throws Exception {
        assertEquals(Set.of("status"), impossible(change("ccsonl1", record -> record.putInt(ADAPTER_STATUS, 0x41000900))), "unknown bit");
        assertEquals(Set.of("status"), impossible(change("erator1",
                record -> record.putInt(ADAPTER_STATUS, record.getInt(ADAPTER_STATUS) & ~ERP_INUSE))), "action without use");
        assertEquals(Set.of("status"), impossible(change("erator1",
                record -> record.putInt(ADAPTER_STATUS, record.getInt(ADAPTER_STATUS) & ~0x100))), "action without pending");
        assertEquals(Set.of("status"), impossible(change("fcegpf1",
                record -> record.putInt(ADAPTER_STATUS, record.getInt(ADAPTER_STATUS) & ~0x8))), "open without configuration data");
        assertEquals(Set.of("status"), impossible(change("fs_norm", record -> record.putInt((int) ZfcpDbfHba.FSF_REQ_STATUS.offset(), 1))));
    }

    @Test
    void actionsThatWereNeverSetUp() throws Exception {
        assertEquals(Set.of("action-not-set-up"), impossible(without("fssrh_2")));
        assertEquals(Set.of("action-not-set-up"), impossible(without("fcegpf1")));
        assertEquals(Set.of("action-not-set-up"), impossible(twice("eractd1")));
    }

    @Test
    void actionsThatAreSetUpWhileOneIsQueued() throws Exception {
        assertEquals(Set.of("action-twice"), impossible(twice("ccsonl1")));
        assertEquals(Set.of("action-twice"), impossible(without("eractd1")));
    }

    @Test
    void actionsAndStepsThatDoNotExist() throws Exception {
        assertTrue(impossible(change("erator1", record -> record.put(ACTION, (byte) 7))).contains("action"));
        assertTrue(impossible(change("erator1", record -> record.put(ACTION, (byte) 0xff))).contains("action"));
        assertTrue(impossible(change("erator1", record -> record.putShort(STEP, (short) 0x20))).contains("action"));
        assertTrue(impossible(change("fssrh_2", record -> record.put(NEED, (byte) 2))).contains("action"), "adapter becomes port");
        assertTrue(impossible(change("fssrh_2", record -> record.put(WANT, (byte) 0x10))).contains("action"));
        assertTrue(impossible(change("fssrh_2", record -> record.put(NEED, (byte) 0x24))).contains("action"));
    }

    @Test
    void answersWithoutRequests() throws Exception {
        // The second one: what the area shows before tells that its request cannot have been lost.
        assertEquals(Set.of("answer-without-request"), impossible(records -> {
            List<TraceRecord> all = new ArrayList<>(records);
            int firstRequest = first(all, record -> record.tag().equals("fssct_1"));
            all.remove(firstRequest + 1 + first(all.subList(firstRequest + 1, all.size()), record -> record.tag().equals("fssct_1")));
            return all;
        }));
        assertEquals(Set.of("answer-without-request"), impossible(change("fsscth2",
                record -> record.putLong((int) ZfcpDbfSan.FSF_REQ_ID.offset(), 4711))));
    }

    /** A ring that has lost its beginning may have lost the request. */
    @Test
    void anAnswerWhoseRequestMayBeLostIsPossible() throws Exception {
        assertEquals(Set.of(), impossible(records -> {
            List<TraceRecord> all = new ArrayList<>(records);
            all.removeIf(record -> record.tag().equals("fssct_1"));
            return all;
        }));
    }

    @Test
    void answersBeforeTheirRequestsAndAnswersThatComeTwice() throws Exception {
        assertEquals(Set.of("answer-before-request"), impossible(change("fs_norm",
                record -> record.putLong(ISSUED, Kernel.TOD_UNIX_EPOCH + (2_000_000_000_000_000L << 12)))));
        assertEquals(Set.of("answered-twice"), impossible(twice("fs_norm")));
    }

    /** Records of the recovery area are lost at its beginning: what follows is not held against the driver. */
    @Test
    void aBeginningThatIsLostMakesNothingImpossible() throws Exception {
        for (int lost = 0; lost < run.records().size(); lost += 7) {
            int from = lost;
            Set<String> found = impossible(records -> {
                List<TraceRecord> all = new ArrayList<>(records.subList(from, records.size()));
                return all;
            });
            assertEquals(Set.of(), found, "without the first " + lost);
        }
    }

    private void nothingImpossible(String scenario, String release, long seed) throws Exception {
        for (Moment moment : Scenarios.byName(scenario).moments()) {
            WorldResult result = new Player(new PlayOptions(0, List.of(), false, Levels.byRelease(release)))
                    .seededWithJournal(moment, new AddUnless(), seed).result();
            List<Remark> remarks = LabTraces.judge(folder, result, LabTraces.FULL_LEVEL);
            assertEquals(Set.of(), LabTraces.kinds(remarks, Weight.IMPOSSIBLE), () -> moment.name() + " seed " + seed + ": " + remarks);
        }
    }

    @ParameterizedTest
    @CsvSource({"kitchen-sink,5.10", "kitchen-sink,7.1", "shutdown-in-flight,5.10", "link-flap,5.10", "srb-starvation,7.1"})
    void nothingIsImpossibleInTrouble(String scenario, String release) throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            nothingImpossible(scenario, release, seed);
        }
    }

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(strings = {"5.10", "7.1"})
    void nothingIsImpossibleInALotOfTrouble(String release) throws Exception {
        for (long seed = 100; seed < 400; seed++) {
            nothingImpossible("kitchen-sink", release, seed);
        }
    }
}
