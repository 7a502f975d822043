//! The logarithm inside NumPy's normal numbers: the one of the GNU C library that NumPy calls.
//!
//! A more exact logarithm would not do: some of a million normal numbers would then differ in their last digit.
//! So this follows that function's steps, which on every processor of the last decade are fused multiply-adds;
//! here the fused ones are emulated, so that the result is the same without such a processor too.
//!
//! The numbers are those of Arm's Optimized Routines, which the C library took over (Szabolcs Nagy, Arm Limited,
//! 2018; MIT or Apache-2.0).
//!
//! x is 2ᵏ z, and z is near one of 128 numbers c: ln x = k ln 2 + ln c + ln(z / c).

use libm::fma;

const LN_2: (f64, f64) = (f64::from_bits(0x3fe6_2e42_fefa_3800), f64::from_bits(0x3d2e_f357_93c7_6730));

/// ln x for normal x in (0, 1), with the bits that NumPy's stream is made of.
pub fn numpy_ln(x: f64) -> f64 {
    if x >= 1.0 - 1.0 / 16.0 { ln_near_1(x) } else { ln_by_table(x) }
}

fn ln_by_table(x: f64) -> f64 {
    // z lies between 0.6875 and 1.375, so that no k ln 2 cancels against ln z.
    const START: u64 = 0x3fe6_0000_0000_0000;
    let from_start = x.to_bits().wrapping_sub(START);
    let k = f64::from((from_start as i64 >> 52) as i32);
    let z = f64::from_bits(x.to_bits().wrapping_sub(from_start & (0xfff << 52)));
    let inverse = f64::from_bits(INVERSES[(from_start >> 45) as usize % INVERSES.len()]);

    let r = fma(z, inverse, -1.0);
    let start = fma(k, LN_2.0, -rounded_ln(inverse));
    let high = start + r;
    let low = fma(k, LN_2.1, (start - high) + r);

    let square = r * r;
    let [a2, a3, a4, a5, a6] = TABLE_COEFFICIENTS.map(f64::from_bits);
    let cubic_onwards = fma(fma(r, a6, a5), square, fma(r, a4, a3));
    fma(r * square, cubic_onwards, fma(square, a2, low)) + high
}

/// ln of a table entry. The entries were chosen so that their logarithms are multiples of 2⁻⁴³ to within 2⁻⁶⁹.
fn rounded_ln(inverse: f64) -> f64 {
    const UNIT: f64 = 8_796_093_022_208.0;
    (libm::log(inverse) * UNIT).round() / UNIT
}

fn ln_near_1(x: f64) -> f64 {
    let r = x - 1.0;
    let square = r * r;
    let cube = r * square;
    let [b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12] = NEAR_1_COEFFICIENTS.map(f64::from_bits);
    let last = fma(cube, b12, fma(square, b11, fma(b10, r, b9)));
    let middle = fma(square, b8, fma(b7, r, b6));
    let first = fma(square, b5, fma(b4, r, b3));
    let cubic_onwards = fma(fma(last, cube, middle), cube, first);

    // r - r²/2 in two parts: the upper half of r has an exact square.
    const SHIFT: f64 = 134_217_728.0;
    let upper = fma(-SHIFT, r, fma(r, SHIFT, r));
    let lower = r - upper;
    let upper_square = upper * upper;
    let high = fma(upper_square, b2, r);
    let low = fma(b2 * lower, upper + r, fma(upper_square, b2, r - high));
    high + fma(cubic_onwards, cube, low)
}

/// Coefficients of ln(1 + r) from r² on, for |r| < 2⁻⁸.
const TABLE_COEFFICIENTS: [u64; 5] = [
    0xbfe0_0000_0000_0001,
    0x3fd5_5555_5551_305b,
    0xbfcf_ffff_ffeb_4590,
    0x3fc9_99b3_24f1_0111,
    0xbfc5_5575_e506_c89f,
];

/// Coefficients of ln(1 + r) from r² on, for |r| < 2⁻⁴.
const NEAR_1_COEFFICIENTS: [u64; 11] = [
    0xbfe0_0000_0000_0000,
    0x3fd5_5555_5555_5577,
    0xbfcf_ffff_ffff_fdcb,
    0x3fc9_9999_9995_dd0c,
    0xbfc5_5555_5567_45a7,
    0x3fc2_4924_a344_de30,
    0xbfbf_ffff_a442_3d65,
    0x3fbc_7184_282a_d6ca,
    0xbfb9_99eb_43b0_68ff,
    0x3fb7_8182_f7af_d085,
    0xbfb5_5213_75d1_45cd,
];

/// 1 / c for each of the numbers c, near the middle of the 128th parts of the interval.
#[rustfmt::skip]
const INVERSES: [u64; 128] = [
    0x3ff7_34f0_c3e0_de9f, 0x3ff7_1378_6a2c_e91f, 0x3ff6_f260_08fa_b5a0, 0x3ff6_d1a6_1f13_8c7d,
    0x3ff6_b149_0bc5_b4d1, 0x3ff6_9147_332f_0cba, 0x3ff6_719f_1822_4223, 0x3ff6_524f_99a5_1ed9,
    0x3ff6_3356_aa8f_24c4, 0x3ff6_14b3_6b9d_dc14, 0x3ff5_f664_52c6_5c4c, 0x3ff5_d867_b591_2c4f,
    0x3ff5_babc_cb5b_90de, 0x3ff5_9d61_f2d9_1a78, 0x3ff5_8056_1246_5687, 0x3ff5_6397_cee7_6bd3,
    0x3ff5_4725_e2a7_7f93, 0x3ff5_2aff_4206_4583, 0x3ff5_0f22_dbb2_bddf, 0x3ff4_f38f_4734_ded7,
    0x3ff4_d843_cfde_2840, 0x3ff4_bd3e_c078_a3c8, 0x3ff4_a27f_c3e0_258a, 0x3ff4_8805_24d4_8434,
    0x3ff4_6dce_1b19_2d0b, 0x3ff4_53d9_d339_1854, 0x3ff4_3a27_44b4_845a, 0x3ff4_20b5_4115_f8fb,
    0x3ff4_0782_da3e_f4b1, 0x3ff3_ee8f_5d57_fe8f, 0x3ff3_d5d9_a00b_4ce9, 0x3ff3_bd60_c010_c12b,
    0x3ff3_a524_2b75_dab8, 0x3ff3_8d22_cd9f_d002, 0x3ff3_755b_c584_7a1c, 0x3ff3_5dce_49ad_36e2,
    0x3ff3_4679_984d_d440, 0x3ff3_2f5c_ceff_cb24, 0x3ff3_1877_75a1_0d49, 0x3ff3_01c8_373e_3990,
    0x3ff2_eb4e_bb95_f841, 0x3ff2_d50a_0219_a9d1, 0x3ff2_bef9_a8b7_fd2a, 0x3ff2_a91c_7a0c_1bab,
    0x3ff2_9372_6014_b530, 0x3ff2_7dfa_5757_a1f5, 0x3ff2_68b3_9b1d_3bbf, 0x3ff2_539d_838f_f5bd,
    0x3ff2_3eb7_aac9_083b, 0x3ff2_2a01_2ba9_40b6, 0x3ff2_1579_96cc_4132, 0x3ff2_0120_1dd2_fc9b,
    0x3ff1_ecf4_494d_480b, 0x3ff1_d8f5_528f_6569, 0x3ff1_c523_1157_7e7c, 0x3ff1_b17c_74cb_26e9,
    0x3ff1_9e01_0c2c_1ab6, 0x3ff1_8ab0_7bb6_70bd, 0x3ff1_778a_25ef_bcb6, 0x3ff1_648d_354c_31da,
    0x3ff1_51b9_9027_5fdd, 0x3ff1_3f0e_a432_d24c, 0x3ff1_2c8b_7210_f9da, 0x3ff1_1a30_28ec_b531,
    0x3ff1_07fb_da84_34af, 0x3ff0_f5ee_0f4e_6bb3, 0x3ff0_e406_5d2a_9fce, 0x3ff0_d244_632c_a521,
    0x3ff0_c0a7_7ce2_981a, 0x3ff0_af2f_83c6_36d1, 0x3ff0_9ddb_98a0_1339, 0x3ff0_8cab_af52_e7df,
    0x3ff0_7b9f_2f4e_28fb, 0x3ff0_6ab5_8c35_8f19, 0x3ff0_59ee_a5ec_f92c, 0x3ff0_4949_cdd1_2c90,
    0x3ff0_38c6_c6f0_ada9, 0x3ff0_2865_1379_32a9, 0x3ff0_1824_27ea_7348, 0x3ff0_0804_0614_b195,
    0x3fef_e01f_f726_fa1a, 0x3fef_a11c_c261_ea74, 0x3fef_6310_b081_992e, 0x3fef_25f6_3cee_adcd,
    0x3fee_e9c8_0391_13e7, 0x3fee_ae80_78cb_b1ab, 0x3fee_741a_a29d_0c9b, 0x3fee_3a91_830a_99b5,
    0x3fee_01e0_0960_9a56, 0x3fed_ca01_e577_bb98, 0x3fed_92f2_0b7c_9103, 0x3fed_5cac_66fb_5cce,
    0x3fed_272c_aa5e_de9d, 0x3fec_f26e_3e6b_2ccd, 0x3fec_be6d_a2a7_7902, 0x3fec_8b26_6d37_086d,
    0x3fec_5894_bd5d_5804, 0x3fec_26b5_33bb_9f8c, 0x3feb_f583_eeec_e73f, 0x3feb_c4fd_75db_96c1,
    0x3feb_951e_0c86_4a28, 0x3feb_65e2_c5ef_3e2c, 0x3feb_3748_67c9_888b, 0x3feb_094b_211d_304a,
    0x3fea_dbe8_85f2_ef7e, 0x3fea_af1d_3160_3da2, 0x3fea_82e6_3fd3_58a7, 0x3fea_5740_ef09_738b,
    0x3fea_2c2a_90ab_4b27, 0x3fea_01a0_1393_f2d1, 0x3fe9_d79f_24db_3c1b, 0x3fe9_ae25_05c7_b190,
    0x3fe9_852e_f297_ce2f, 0x3fe9_5cba_eea4_4b75, 0x3fe9_34c6_9de7_4838, 0x3fe9_0d4f_2f67_52e6,
    0x3fe8_e652_8eff_d79d, 0x3fe8_bfce_9fcc_007c, 0x3fe8_99c0_dabe_c30e, 0x3fe8_7427_aa23_17fb,
    0x3fe8_4f00_acb3_9a08, 0x3fe8_2a49_e865_3e55, 0x3fe8_0601_95f4_0260, 0x3fe7_e225_63e0_a329,
    0x3fe7_beb3_77dc_b5ad, 0x3fe7_9baa_6797_25c2, 0x3fe7_7907_f217_0657, 0x3fe7_56ca_dbd6_130c,
];
