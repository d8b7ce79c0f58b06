//! There are seats here and nothing else.

use russh::MethodKind;
use russh::client::AuthResult;
use russh::{ChannelMsg, Sig};

use crate::caller::{Caller, wait};
use crate::house::House;
use unequal_core::engine::seat::Seat;

#[test]
fn nobody_comes_in_by_a_password_or_by_nothing() {
    let house = House::new();
    let code = house.code(Seat::Client);
    let methods = [MethodKind::PublicKey, MethodKind::KeyboardInteractive];
    let mut caller = Caller::at(house.at);
    let by_nothing = wait(caller.handle.authenticate_none("russia")).unwrap();
    let by_password = wait(caller.handle.authenticate_password("russia", code)).unwrap();
    for answer in [by_nothing, by_password] {
        let AuthResult::Failure {
            remaining_methods,
            partial_success: false,
        } = answer
        else {
            panic!("somebody came in: {answer:?}");
        };
        assert!(
            remaining_methods
                .iter()
                .all(|method| methods.contains(method))
        );
    }
    assert!(house.admitted().is_empty());
}

/// What a channel says until it is closed: what was told, and the status.
fn end(mut channel: russh::Channel<russh::client::Msg>) -> (String, Option<u32>, bool) {
    let (mut told, mut status, mut failed) = (Vec::new(), None, false);
    wait(async {
        while let Some(came) = channel.wait().await {
            match came {
                ChannelMsg::Data { data } | ChannelMsg::ExtendedData { data, .. } => {
                    told.extend_from_slice(&data);
                }
                ChannelMsg::ExitStatus { exit_status } => status = Some(exit_status),
                ChannelMsg::Failure => {
                    failed = true;
                    break;
                }
                _ => {}
            }
        }
    });
    (String::from_utf8(told).unwrap(), status, failed)
}

#[test]
fn a_command_is_not_run_and_what_there_is_is_said() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let channel = caller.channel();
    wait(channel.exec(true, "touch /tmp/here")).unwrap();
    let (told, status, _) = end(channel);
    assert!(told.contains("nothing here but seats"), "{told}");
    assert_eq!(status, Some(1));
}

#[test]
fn a_shell_without_a_terminal_is_told_how_to_come() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let channel = caller.channel();
    wait(channel.request_shell(true)).unwrap();
    let (told, status, _) = end(channel);
    assert!(told.contains("ssh -t"), "{told}");
    assert_eq!(status, Some(1));
}

#[test]
fn a_terminal_that_can_show_nothing_is_told() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let channel = caller.channel();
    wait(channel.request_pty(true, "dumb", 80, 24, 0, 0, &[])).unwrap();
    wait(channel.request_shell(true)).unwrap();
    let (told, status, _) = end(channel);
    assert!(told.contains("TERM is dumb"), "{told}");
    assert_eq!(status, Some(1));
}

#[test]
fn there_are_no_subsystems() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let channel = caller.channel();
    for name in ["sftp", "netconf", ""] {
        wait(channel.request_subsystem(true, name)).unwrap();
    }
    assert!(end(channel).2);
}

#[test]
fn nothing_is_forwarded_and_no_agent_is_taken() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let handle = &caller.handle;
    assert!(wait(handle.tcpip_forward("127.0.0.1", 0)).is_err());
    assert!(wait(handle.channel_open_direct_tcpip("127.0.0.1", 22, "127.0.0.1", 1)).is_err());
    assert!(wait(handle.channel_open_direct_streamlocal("/tmp/x")).is_err());
    assert!(wait(handle.channel_open_x11("127.0.0.1", 1)).is_err());
    let channel = caller.channel();
    wait(channel.agent_forward(true)).unwrap();
    assert!(end(channel).2, "an agent was taken");
}

#[test]
fn a_connection_has_one_terminal() {
    let house = House::new();
    let caller = Caller::with_code(&house, "russia", Seat::Client);
    let screen = caller.sits(80, 24);
    screen.wait_for("Briefing");
    assert!(caller.channel_or_none().is_none());
    // A signal means nothing to a seat.
    screen.signals(Sig::INT);
    screen.types("\r");
    screen.wait_until("the board", |screen| !screen.text().contains("Briefing"));
}
