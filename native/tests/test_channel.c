// SPDX-License-Identifier: GPL-2.0-only
/* Establish, activate, clear; what the channel makes of a bad QDR; geometry; storage; settings. */
#include <stdlib.h>

#include "check.h"
#include "driver.h"

static bool establish_fails(struct driver *d, uint64_t qdr, uint32_t dstat, uint32_t cstat)
{
    bool failed;

    CHECK_EQ(0, fcp_establish(d->ch, d->sub, qdr));
    CHECK(driver_run_until(d, FCP_STEP_INTERRUPT));
    failed = d->last.interrupt == FCP_INT_IO && d->last.function == FCP_FN_ESTABLISH && d->last.dstat == dstat &&
             d->last.cstat == cstat;
    CHECK_EQ(FCP_EBUSY, fcp_activate(d->ch, d->sub));
    return failed;
}

static void comes_up_and_goes_down(void)
{
    struct driver d;
    struct fcp_stats s;

    driver_open(&d, NULL);
    CHECK_EQ(3, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK(driver_up(&d));
    CHECK_EQ(0x40, d.qib->ac.b[0]);
    CHECK_EQ(0, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK_EQ(0, driver_run(&d));
    CHECK_EQ(FCP_EBUSY, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK_EQ(0, fcp_stats(d.ch, d.sub, &s));
    CHECK_EQ(FCP_SUB_ACTIVE, s.state);
    CHECK_EQ(0, fcp_clear(d.ch, d.sub));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_FN_CLEAR, d.last.function);
    CHECK_EQ(3, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK(driver_up(&d));
    driver_close(&d, true);
}

static void refuses_a_bad_qdr(void)
{
    struct driver d;
    uint64_t good;
    const uint32_t check = FCP_DSTAT_CHANNEL_END | FCP_DSTAT_DEVICE_END | FCP_DSTAT_UNIT_CHECK;

    driver_open(&d, NULL);
    driver_setup(&d);
    good = (uint64_t)(uintptr_t)d.qdr;
    CHECK(establish_fails(&d, 0, 0, FCP_CSTAT_PROGRAM_CHECK));
    CHECK(establish_fails(&d, good + 8, 0, FCP_CSTAT_PROGRAM_CHECK));
    CHECK(establish_fails(&d, (uint64_t)(uintptr_t)d.storage + DRIVER_STORAGE, 0, FCP_CSTAT_PROGRAM_CHECK));
    CHECK(establish_fails(&d, UINT64_MAX - 4095, 0, FCP_CSTAT_PROGRAM_CHECK));
    HW_PUT(false, d.qdr->qfmt, 0);
    CHECK(establish_fails(&d, good, check, 0));
    driver_setup(&d);
    HW_PUT(false, d.qdr->iqdcnt, 2);
    CHECK(establish_fails(&d, good, check, 0));
    driver_setup(&d);
    HW_PUT(false, d.slib[1]->slsba, 0);
    CHECK(establish_fails(&d, good, check, 0));
    driver_setup(&d);
    HW_PUT(false, d.qdr->qiba, 0x100);
    CHECK(establish_fails(&d, good, 0, FCP_CSTAT_PROGRAM_CHECK));
    driver_setup(&d);
    HW_PUT(false, d.sl[0][127].sbal, 0x1000);
    CHECK(establish_fails(&d, good, 0, FCP_CSTAT_PROGRAM_CHECK));
    driver_setup(&d);
    HW_PUT(false, d.sl[1][5].sbal, driver_sbale(&d, 1, 5, 1));
    CHECK(establish_fails(&d, good, 0, FCP_CSTAT_PROGRAM_CHECK));
    driver_setup(&d);
    HW_PUT(false, d.qdr->qdf0[0].slsba, (uint64_t)(uintptr_t)d.storage + DRIVER_STORAGE);
    HW_PUT(false, d.slib[0]->slsba, (uint64_t)(uintptr_t)d.storage + DRIVER_STORAGE);
    CHECK(establish_fails(&d, good, 0, FCP_CSTAT_PROGRAM_CHECK));
    CHECK(driver_up(&d));
    driver_close(&d, true);
}

static void survives_any_qdr(void)
{
    struct driver d;
    uint64_t seed = 88172645463325252u;

    driver_open(&d, NULL);
    for (int round = 0; round < 2000; round++) {
        uint8_t *bytes;

        driver_setup(&d);
        for (int k = 0; k < 3; k++) {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            bytes = (k == 0 ? (uint8_t *)d.qdr : k == 1 ? (uint8_t *)d.slib[0] : (uint8_t *)d.sl[1]);
            bytes[seed % (k == 0 ? 128 : 24)] = (uint8_t)(seed >> 32);
        }
        CHECK_EQ(0, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
        driver_run(&d);
        fcp_clear(d.ch, d.sub);
        driver_run(&d);
    }
    CHECK(driver_up(&d));
    driver_close(&d, true);
}

static void works_in_every_geometry(void)
{
    static const struct {
        uint32_t count, sbales, stride;
        bool little;
    } g[] = {{128, 16, 64, false}, {128, 16, 256, true}, {32, 8, 1, false}, {512, 32, 128, true}, {2, 16, 1, true}};

    for (unsigned i = 0; i < sizeof(g) / sizeof(g[0]); i++) {
        struct driver d;
        struct zl_fsf_qtcb *q;

        driver_open(&d, NULL);
        driver_geometry(&d, g[i].count, g[i].sbales, g[i].stride, g[i].little);
        CHECK(driver_up(&d));
        q = driver_qtcb(&d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND);
        CHECK(driver_do(&d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
        CHECK_EQ(FSF_PROT_GOOD, PROT(&d, q));
        CHECK_EQ(0x338, HW_GET(d.little, q->bottom.config.adapter_features));
        driver_close(&d, true);
    }
}

static void keeps_storage_apart(void)
{
    fcp_channel *ch = fcp_channel_create();

    CHECK_EQ(FCP_EINVAL, fcp_storage_add(ch, 0, 4096));
    CHECK_EQ(FCP_EINVAL, fcp_storage_add(ch, UINT64_MAX - 10, 4096));
    CHECK_EQ(0, fcp_storage_add(ch, 0x10000, 0x1000));
    CHECK_EQ(0, fcp_storage_add(ch, 0x8000, 0x1000));
    CHECK_EQ(0, fcp_storage_add(ch, 0x11000, 0x1000));
    CHECK_EQ(FCP_EEXIST, fcp_storage_add(ch, 0x10800, 0x1000));
    CHECK_EQ(FCP_EEXIST, fcp_storage_add(ch, 0x7800, 0x1000));
    CHECK_EQ(FCP_ENOENT, fcp_storage_remove(ch, 0x9000));
    CHECK_EQ(0, fcp_storage_remove(ch, 0x10000));
    CHECK_EQ(0, fcp_storage_add(ch, 0x10800, 0x800));
    fcp_channel_destroy(ch);
}

static void describes_its_queues(void)
{
    struct driver d;
    struct zl_qdio_ssqd_desc s;

    driver_open(&d, NULL);
    CHECK_EQ(0, fcp_ssqd(d.ch, d.sub, &s));
    CHECK_EQ(0xc0, s.flags.b[0]);
    CHECK_EQ(0x0090, be16(&s.qdioac2));
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_ssqd(d.ch, d.sub, &s));
    CHECK_EQ(0x00d2, be16(&s.qdioac2));
    CHECK_EQ(1, s.qfmt.b[0]);
    CHECK_EQ(FCP_ENODEV, fcp_ssqd(d.ch, 7, &s));
    driver_close(&d, true);
}

static void has_settings(void)
{
    fcp_channel *ch = fcp_channel_create();
    uint64_t v;

    CHECK_EQ(0, fcp_subchannel_add(ch, "0.0.1900", 0, 0));
    CHECK_EQ(0, fcp_set(ch, FCP_ANY, FCP_P_STATUS_READ_BUF_NUM, 20));
    CHECK_EQ(1, fcp_subchannel_add(ch, "0.0.1901", 0xc05076ffe4809999, 0x020304));
    CHECK_EQ(0, fcp_get(ch, 1, FCP_P_STATUS_READ_BUF_NUM, &v));
    CHECK_EQ(20, v);
    CHECK_EQ(0, fcp_get(ch, 1, FCP_P_D_ID, &v));
    CHECK_EQ(0x020304, v);
    CHECK_EQ(0, fcp_get(ch, 0, FCP_P_WWPN, &v));
    CHECK_EQ(0xc05076ffe4801000, v);
    CHECK_EQ(FCP_EINVAL, fcp_set(ch, 0, FCP_PARAM_COUNT, 0));
    CHECK_EQ(FCP_EINVAL, fcp_set(ch, 0, FCP_P_SBALS_PER_QUEUE, 100000));
    CHECK_EQ(FCP_ENODEV, fcp_set(ch, 5, FCP_P_D_ID, 0));
    CHECK_EQ(FCP_ABI_VERSION, fcp_abi_version());
    fcp_channel_destroy(ch);
}

static void exports_its_layout(void)
{
    const char *json = fcp_layout_json();

    CHECK(json == fcp_layout_json());
    CHECK(!strncmp(json, "[{\"struct\":\"qdr\",\"size\":4096,", 29));
    CHECK(strstr(json, "{\"name\":\"bottom.io.fcp_rsp.iu.ext.fr_rsp_len\",\"offset\":500,\"size\":4}") != NULL);
    CHECK(strlen(json) > 1000 && !strcmp(json + strlen(json) - 4, "]}]\n"));
}

static void goes_away_and_comes_back(void)
{
    struct driver d;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_subchannel_event(d.ch, d.sub, FCP_EVENT_GONE));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_INT_EVENT, d.last.interrupt);
    CHECK_EQ(FCP_EVENT_GONE, d.last.detail);
    CHECK_EQ(3, fcp_siga(d.ch, d.sub, FCP_SIGA_WRITE, 0x80000000, 0));
    CHECK_EQ(FCP_ENODEV, fcp_establish(d.ch, d.sub, (uint64_t)(uintptr_t)d.qdr));
    CHECK_EQ(0, fcp_subchannel_event(d.ch, d.sub, FCP_EVENT_OPER));
    driver_run(&d);
    CHECK(driver_up(&d));
    CHECK_EQ(0, fcp_activate_check(d.ch, d.sub, FCP_DSTAT_UNIT_CHECK, 0));
    CHECK(driver_run_until(&d, FCP_STEP_INTERRUPT));
    CHECK_EQ(FCP_FN_ACTIVATE, d.last.function);
    CHECK_EQ(FCP_DSTAT_UNIT_CHECK, d.last.dstat);
    CHECK_EQ(FCP_EBUSY, fcp_activate_check(d.ch, d.sub, FCP_DSTAT_UNIT_CHECK, 0));
    driver_close(&d, true);
}

static const struct test tests[] = {
    TEST(comes_up_and_goes_down), TEST(refuses_a_bad_qdr), TEST(survives_any_qdr),   TEST(works_in_every_geometry),
    TEST(keeps_storage_apart),    TEST(describes_its_queues), TEST(has_settings), TEST(exports_its_layout),
    TEST(goes_away_and_comes_back),
};

CHECK_MAIN(tests)
