//! An invoice as a file to print: one HTML page made from its lines, whole in itself, without a script.

use std::path::Path;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use rollcall_language::say;
use rollcall_model::{Billing, ConnectionId, Invoice};

use crate::invoices::find;
use crate::view::InvoiceFile;
use crate::{App, Failure};

/// The page's own look: on paper black on white, in a narrow window readable all the same.
const STYLE: &str = include_str!("invoice_file.css");

impl App {
    /// The page of an invoice, named by its id or number, and what a file with it is called unless a person
    /// says otherwise.
    ///
    /// # Errors
    /// As [`App::invoice`].
    pub async fn invoice_file(
        &self,
        organization: ConnectionId,
        named: &str,
    ) -> Result<InvoiceFile, Failure> {
        let open = self.organization(organization).await?;
        let invoice = find(&open, named)?;
        let known = open.cache.organization()?;
        let (name, billing) = match known {
            Some(known) => (known.display_name, known.billing.unwrap_or_default()),
            None => (open.profile.name.clone(), Billing::default()),
        };
        Ok(InvoiceFile {
            name: file_name(&invoice.number),
            page: page(&invoice, &name, &billing).into_string().into_bytes(),
        })
    }

    /// Writes the page into a file, which only its owner may read; answers its name. The file is there
    /// whole, or isn't.
    ///
    /// # Errors
    /// `export_failed` (`file`).
    pub fn save_invoice(
        &self,
        organization: ConnectionId,
        file: &InvoiceFile,
        path: &Path,
    ) -> Result<String, Failure> {
        self.write_whole(organization, &file.page, path)
    }
}

/// A number may hold whatever a server puts there: of it, what every system takes in a name.
fn file_name(number: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let kept: String = number
        .chars()
        .map(|letter| if plain(letter) { letter } else { '-' })
        .take(64)
        .collect();
    match kept.trim_matches('-') {
        "" => "invoice.html".to_owned(),
        kept => format!("invoice-{kept}.html"),
    }
}

fn page(invoice: &Invoice, name: &str, billing: &Billing) -> Markup {
    let title = say!("invoice-file-title", number = invoice.number);
    let billed_to = say!("invoice-file-billed-to");
    let company = if billing.company.is_empty() {
        name
    } else {
        &billing.company
    };
    html! {
        (DOCTYPE)
        html lang=(rollcall_language::in_use().tag()) {
            head {
                meta charset="utf-8";
                // Nothing in it is loaded or run, whatever stands in the texts.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    header {
                        h1 { (title) }
                        (fact(&say!("invoice-file-date"), &invoice.date.map(|date| date.to_string()).unwrap_or_default()))
                        (fact(&say!("invoice-file-status"), &invoice.status))
                    }
                    section aria-label=(billed_to) {
                        h2 { (billed_to) }
                        p dir="auto" { (company) }
                        @if !billing.address.is_empty() { p.lines dir="auto" { (billing.address) } }
                        (fact(&say!("invoice-file-tax-id"), &billing.tax_id))
                    }
                    table {
                        thead {
                            tr {
                                th scope="col" { (say!("invoice-file-description")) }
                                th.number scope="col" { (say!("invoice-file-quantity")) }
                                th.number scope="col" { (say!("invoice-file-price")) }
                                th.number scope="col" { (say!("invoice-file-amount")) }
                            }
                        }
                        tbody {
                            @for line in &invoice.lines {
                                tr {
                                    td dir="auto" { (line.description) }
                                    td.number { (line.quantity) }
                                    td.number { (line.unit_price) }
                                    td.number { (line.amount) }
                                }
                            }
                        }
                        tfoot {
                            tr {
                                th scope="row" colspan="3" { (say!("invoice-file-total")) }
                                td.number { (invoice.amount) " " (invoice.currency) }
                            }
                        }
                    }
                    footer { p { (say!("invoice-file-made-from")) } }
                }
            }
        }
    }
}

/// A fact that is told, where there is one.
fn fact(what: &str, value: &str) -> Markup {
    html! {
        @if !value.is_empty() { p { span.what { (what) } " " span dir="auto" { (value) } } }
    }
}

#[cfg(test)]
mod tests {
    use rollcall_model::InvoiceLine;

    use super::*;

    fn invoice() -> Invoice {
        Invoice {
            id: "i".to_owned(),
            number: "2026-0007".to_owned(),
            date: Some("2026-03-01".parse().unwrap()),
            amount: "1234.50".to_owned(),
            currency: "CHF".to_owned(),
            status: "paid".to_owned(),
            lines: vec![InvoiceLine {
                description: "<script>alert(1)</script> & more".to_owned(),
                quantity: "50".to_owned(),
                unit_price: "24.69".to_owned(),
                amount: "1234.50".to_owned(),
            }],
        }
    }

    #[test]
    fn what_a_server_says_is_text_and_never_markup() {
        let billing = Billing {
            company: "\"><img src=x onerror=alert(1)>".to_owned(),
            address: "</style><script>\nline two".to_owned(),
            ..Billing::default()
        };
        let page = page(&invoice(), "Acme", &billing).into_string();
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"));
        assert!(!page.contains("<script"), "{page}");
        assert!(!page.contains("<img"), "{page}");
        assert!(page.contains("default-src 'none'"));
        assert!(page.contains("1234.50 CHF"), "amounts are exact");
    }

    #[test]
    fn a_file_is_named_for_the_number_whatever_stands_in_it() {
        assert_eq!(file_name("2026-0007"), "invoice-2026-0007.html");
        assert_eq!(file_name("../../etc/passwd"), "invoice-etc-passwd.html");
        assert_eq!(file_name("a/b\\c:d"), "invoice-a-b-c-d.html");
        assert_eq!(file_name("…"), "invoice.html");
        assert!(file_name(&"9".repeat(500)).len() < 100, "a name has an end");
    }
}
