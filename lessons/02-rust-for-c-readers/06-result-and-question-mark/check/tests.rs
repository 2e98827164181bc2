use super::*;

#[test]
fn a_speed_that_is_fine_is_given_back() {
    assert_eq!(check_baud(9600), Ok(9600));
    assert_eq!(check_baud(115200), Ok(115200));
}

#[test]
fn a_speed_of_zero_is_invalid() {
    assert_eq!(check_baud(0), Err(Errno::Einval));
}

#[test]
fn a_speed_that_is_too_high_is_out_of_range() {
    assert_eq!(check_baud(115201), Err(Errno::Erange));
}

#[test]
fn two_pipes_have_an_interrupt() {
    assert_eq!(find_irq(0), Some(40));
    assert_eq!(find_irq(1), Some(41));
}

#[test]
fn a_third_pipe_has_none() {
    assert_eq!(find_irq(2), None);
}

#[test]
fn a_port_is_set_up() {
    assert_eq!(setup(9600, 1), Ok(Port { baud: 9600, irq: 41 }));
}

#[test]
fn an_error_of_the_speed_is_handed_on() {
    assert_eq!(setup(0, 1), Err(Errno::Einval));
    assert_eq!(setup(0, 9), Err(Errno::Einval));
}

#[test]
fn a_pipe_without_an_interrupt_is_enxio() {
    assert_eq!(setup(9600, 9), Err(Errno::Enxio));
}

#[test]
fn each_error_has_the_number_of_c() {
    assert_eq!(Errno::Einval.number(), -22);
    assert_eq!(Errno::Erange.number(), -34);
    assert_eq!(Errno::Enxio.number(), -6);
}

#[test]
fn probe_gives_zero_or_the_number() {
    assert_eq!(probe(9600, 0), 0);
    assert_eq!(probe(200000, 0), -34);
    assert_eq!(probe(9600, 2), -6);
    assert_eq!(probe(0, 7), -22);
    assert_eq!(probe(150000, 1), -34);
    assert_eq!(probe(300, 7), -6);
}
