//! The options of verbs that read scans.

use crate::failure::Failure;
use crate::ocr::Recogniser;
use clap::Args;

#[derive(Args)]
pub(crate) struct OcrArgs {
    /// Recognise the text of scans and pictures with an installed `tesseract`
    #[arg(long)]
    pub(crate) ocr: bool,
    /// Languages to recognise, as tesseract names them
    #[arg(long, value_name = "LANG+LANG", default_value = "eng", requires = "ocr")]
    pub(crate) ocr_lang: String,
}

impl OcrArgs {
    /// What recognises text, when it is asked for.
    pub(crate) fn recogniser(&self) -> Result<Option<Recogniser>, Failure> {
        self.ocr.then(|| Recogniser::new(&self.ocr_lang)).transpose()
    }
}
