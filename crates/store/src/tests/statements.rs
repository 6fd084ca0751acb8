//! Every statement of the crate, prepared on both engines against the real schema.

use std::collections::BTreeSet;

use tokio_postgres::types::Type;

use super::{
    bench::{self, Place, raw},
    group, items, migrations, postgres,
};
use crate::{
    Sql, all_statements,
    migrate::{MIGRATIONS, Migration},
};

/// The numbers of the parameters, in the order in which they occur outside of quotes.
fn parameters(text: &str) -> Vec<usize> {
    let unquoted: Vec<&str> = text.split('\'').step_by(2).collect();
    let joined = unquoted.join(" ");
    let numbers = joined.split('$').skip(1).map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits
            .parse()
            .unwrap_or_else(|_| panic!("a parameter is not numbered: ${rest}"))
    });
    numbers.collect()
}

fn in_order_of_first_occurrence(numbers: &[usize]) -> bool {
    let mut seen = 0;
    numbers.iter().all(|&number| {
        seen = seen.max(number.min(seen + 1));
        number >= 1 && number <= seen
    })
}

#[test]
fn every_statement_numbers_its_parameters_in_order_of_first_occurrence() {
    assert!(in_order_of_first_occurrence(&parameters(
        "a = $1 AND b = $2 OR a = $1 AND c = $3"
    )));
    assert!(!in_order_of_first_occurrence(&parameters("a = $2 AND b = $1")));
    assert!(!in_order_of_first_occurrence(&parameters("a = $1 AND b = $3")));
    assert_eq!(parameters("a = '$9' AND b = $1"), [1]);
    for sql in all_statements().iter().chain(bench::STATEMENTS) {
        let (lite, postgres) = (parameters(sql.sqlite()), parameters(sql.postgres()));
        assert!(in_order_of_first_occurrence(&lite), "{}", sql.name());
        let distinct = |numbers: Vec<usize>| numbers.into_iter().collect::<BTreeSet<_>>();
        assert_eq!(distinct(lite), distinct(postgres), "{}", sql.name());
    }
}

#[test]
fn no_two_statements_share_a_name_in_errors() {
    let names: BTreeSet<&str> = all_statements().iter().map(|sql| sql.name()).collect();
    assert_eq!(names.len(), all_statements().len());
}

/// The tables of the program with all statements on them, then those of the tests with `of_tests`.
fn schemas(of_tests: &[&[&'static Sql]]) -> [(&'static [Migration], Vec<&'static Sql>); 2] {
    let of_program = [&all_statements(), items::STATEMENTS].concat();
    [(MIGRATIONS, of_program), (bench::TABLES, of_tests.concat())]
}

#[tokio::test]
async fn every_statement_prepares_on_sqlite() {
    for (tables, statements) in schemas(&[bench::STATEMENTS, group::STATEMENTS, migrations::STATEMENTS]) {
        let place = Place::sqlite();
        let _store = place.try_open(tables).await.unwrap();
        let Place::Sqlite(dir) = &place else {
            panic!("a place on SQLite")
        };
        let connection = rusqlite::Connection::open(dir.path().join("selvedge.db")).unwrap();
        for sql in statements {
            if let Err(error) = connection.prepare(sql.sqlite()) {
                panic!("{}: {error}", sql.name());
            }
        }
    }
}

/// The types that [`crate::Arg`] and [`crate::Row`] speak.
const SPOKEN: [Type; 6] = [
    Type::TEXT,
    Type::VARCHAR,
    Type::INT8,
    Type::INT4,
    Type::BYTEA,
    Type::BOOL,
];

#[tokio::test]
async fn every_statement_prepares_on_postgres_with_types_that_the_seam_speaks() {
    for (tables, statements) in schemas(&[bench::STATEMENTS, migrations::STATEMENTS, postgres::STATEMENTS]) {
        let Some(place) = Place::postgres().await else {
            return;
        };
        let _store = place.try_open(tables).await.unwrap();
        let Place::Postgres { url } = &place else {
            panic!("a place on PostgreSQL")
        };
        let client = raw(url).await;
        for sql in statements {
            let prepared = client.prepare(sql.postgres()).await;
            let prepared = prepared.unwrap_or_else(|error| panic!("{}: {error:?}", sql.name()));
            let spoken = prepared
                .params()
                .iter()
                .all(|ty| SPOKEN.contains(ty) && *ty != Type::BOOL);
            assert!(
                spoken,
                "{}: the parameters are {:?}",
                sql.name(),
                prepared.params()
            );
            let spoken = prepared
                .columns()
                .iter()
                .all(|column| SPOKEN.contains(column.type_()));
            assert!(spoken, "{}: the columns are {:?}", sql.name(), prepared.columns());
        }
    }
}
