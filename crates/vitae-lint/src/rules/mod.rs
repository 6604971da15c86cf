//! Every rule, one file each. Written by `cargo test -p vitae-lint`: do not edit.

mod backend {
    pub(super) mod axis_without_figure;
    pub(super) mod bare_crud;
    pub(super) mod current_role_without_system;
    pub(super) mod few_api_bullets;
    pub(super) mod few_data_bullets;
    pub(super) mod few_reliability_bullets;
    pub(super) mod generic_profile;
    pub(super) mod legacy_without_change;
    pub(super) mod migration_without_strategy;
    pub(super) mod no_decision_shown;
    pub(super) mod no_failure_pattern;
    pub(super) mod no_system_design;
    pub(super) mod no_technical_writing;
    pub(super) mod open_source_without_work;
    pub(super) mod operations_first;
    pub(super) mod project_without_proof;
    pub(super) mod scalability_without_figures;
    pub(super) mod thin_junior_project;
    pub(super) mod tutorial_project;
    pub(super) mod ungrounded_concept;
}

mod bullets {
    pub(super) mod bullet_without_outcome;
    pub(super) mod duty_opener;
    pub(super) mod few_substantial_bullets;
    pub(super) mod long_bullet;
    pub(super) mod mixed_role_layout;
    pub(super) mod older_role_longer;
    pub(super) mod opening_without_verb;
    pub(super) mod paragraph_instead_of_bullets;
    pub(super) mod repeated_bullet;
    pub(super) mod role_without_bullets;
    pub(super) mod tool_list_bullet;
    pub(super) mod vague_title;
    pub(super) mod weak_opener;
}

mod chronology {
    pub(super) mod ambiguous_month;
    pub(super) mod end_before_start;
    pub(super) mod few_dated_roles;
    pub(super) mod future_date;
    pub(super) mod gap;
    pub(super) mod mixed_date_styles;
    pub(super) mod not_newest_first;
    pub(super) mod old_role_at_length;
    pub(super) mod overlap;
    pub(super) mod role_without_dates;
    pub(super) mod short_stays;
    pub(super) mod split_dates;
    pub(super) mod years_only_dates;
}

mod contact {
    pub(super) mod impossible_phone;
    pub(super) mod malformed_link;
    pub(super) mod no_code_link;
    pub(super) mod no_email;
    pub(super) mod no_location;
    pub(super) mod no_name;
    pub(super) mod no_phone;
    pub(super) mod no_profile_link;
    pub(super) mod placeholder_text;
    pub(super) mod two_addresses;
    pub(super) mod unserious_email;
}

mod credibility {
    pub(super) mod bare_certificate;
    pub(super) mod expert_in_everything;
    pub(super) mod keyword_wall;
    pub(super) mod older_than_technology;
    pub(super) mod overused_term;
    pub(super) mod repeated_skills;
    pub(super) mod round_percentages;
    pub(super) mod same_figure_at_two_employers;
    pub(super) mod same_figure_everywhere;
    pub(super) mod years_beyond_dates;
}

mod file {
    pub(super) mod columns;
    pub(super) mod contact_in_header;
    pub(super) mod damaged_text;
    pub(super) mod design_tool;
    pub(super) mod foreign_metadata;
    pub(super) mod hidden_link;
    pub(super) mod hidden_text;
    pub(super) mod icon_glyphs;
    pub(super) mod image_only_page;
    pub(super) mod large_file;
    pub(super) mod letter_spaced_word;
    pub(super) mod model_instruction;
    pub(super) mod picture;
    pub(super) mod repeated_page_line;
    pub(super) mod restricted_copy;
    pub(super) mod scrambled_order;
    pub(super) mod table_layout;
    pub(super) mod text_box;
    pub(super) mod tracked_changes;
    pub(super) mod unclear_file_name;
    pub(super) mod unused_suppression;
    pub(super) mod unusual_characters;
}

mod form {
    pub(super) mod late_start;
    pub(super) mod many_fonts;
    pub(super) mod mixed_bullet_glyphs;
    pub(super) mod name_not_largest;
    pub(super) mod narrow_margins;
    pub(super) mod nearly_empty_last_page;
    pub(super) mod pale_text;
    pub(super) mod shouting_lines;
    pub(super) mod thin_page;
    pub(super) mod tiny_text;
    pub(super) mod too_many_pages;
    pub(super) mod uneven_bullet_sizes;
}

mod language {
    pub(super) mod buzzword;
    pub(super) mod coded_word;
    pub(super) mod doubled_word;
    pub(super) mod filler;
    pub(super) mod first_person;
    pub(super) mod miscased_technology;
    pub(super) mod misspelling;
    pub(super) mod mixed_spelling;
    pub(super) mod overused_word;
    pub(super) mod passive_voice;
    pub(super) mod plain_openers;
    pub(super) mod present_tense_in_past_role;
    pub(super) mod repeated_opener;
}

mod locale {
    pub(super) mod date_order_for_market;
    pub(super) mod length_for_market;
    pub(super) mod phone_for_market;
    pub(super) mod photo_for_market;
}

mod metrics {
    pub(super) mod cost_without_figure;
    pub(super) mod delivery_without_figure;
    pub(super) mod few_figures;
    pub(super) mod figure_without_unit;
    pub(super) mod implausible_figure;
    pub(super) mod incident_without_figure;
    pub(super) mod late_figure;
    pub(super) mod no_speed_or_volume;
    pub(super) mod open_ended_change;
    pub(super) mod past_role_without_figure;
    pub(super) mod people_without_count;
    pub(super) mod percent_without_object;
    pub(super) mod vague_scale;
}

mod privacy {
    pub(super) mod identity_number;
    pub(super) mod internal_address;
    pub(super) mod personal_data;
    pub(super) mod referee_data;
    pub(super) mod street_address;
}

mod sections {
    pub(super) mod alphabetical_skills;
    pub(super) mod certificate_outside_section;
    pub(super) mod empty_section;
    pub(super) mod hobbies_section;
    pub(super) mod incomplete_education;
    pub(super) mod languages_not_first;
    pub(super) mod long_summary;
    pub(super) mod missing_core_content;
    pub(super) mod no_education;
    pub(super) mod no_experience;
    pub(super) mod no_projects;
    pub(super) mod no_skills;
    pub(super) mod no_summary;
    pub(super) mod objective_statement;
    pub(super) mod references_on_request;
    pub(super) mod repeated_heading;
    pub(super) mod role_without_employer;
    pub(super) mod role_without_title;
    pub(super) mod summary_without_achievement;
    pub(super) mod summary_without_platform;
    pub(super) mod summary_without_role;
    pub(super) mod summary_without_stack;
    pub(super) mod ungrouped_skills;
    pub(super) mod unplaced_text;
    pub(super) mod unusual_heading;
    pub(super) mod unusual_order;
}

mod seniority {
    pub(super) mod claim_beyond_years;
    pub(super) mod few_design_bullets;
    pub(super) mod junior_without_basics;
    pub(super) mod mid_without_ownership;
    pub(super) mod mid_without_production;
    pub(super) mod no_company_direction;
    pub(super) mod no_leadership_shown;
    pub(super) mod no_organisation_scope;
    pub(super) mod no_progression;
    pub(super) mod technical_only;
    pub(super) mod title_above_evidence;
    pub(super) mod title_below_evidence;
    pub(super) mod title_beyond_years;
}

mod skills {
    pub(super) mod cloud_without_services;
    pub(super) mod dated_stack;
    pub(super) mod few_proven_skills;
    pub(super) mod frontend_heavy;
    pub(super) mod informal_name;
    pub(super) mod long_skill_list;
    pub(super) mod no_api_style;
    pub(super) mod no_cache;
    pub(super) mod no_cloud;
    pub(super) mod no_datastore;
    pub(super) mod no_delivery_tool;
    pub(super) mod no_infrastructure;
    pub(super) mod no_language;
    pub(super) mod no_observability;
    pub(super) mod no_queue;
    pub(super) mod no_security;
    pub(super) mod no_tests;
    pub(super) mod single_language;
    pub(super) mod skill_bars;
    pub(super) mod soft_skill_item;
    pub(super) mod tool_without_purpose;
    pub(super) mod unexplained_short_form;
    pub(super) mod unlisted_skills;
    pub(super) mod unproven_skills;
}

/// Every rule, by code.
pub static ALL: &[&crate::Rule] = &[
    &backend::few_data_bullets::RULE,
    &backend::few_api_bullets::RULE,
    &backend::few_reliability_bullets::RULE,
    &backend::scalability_without_figures::RULE,
    &backend::ungrounded_concept::RULE,
    &backend::bare_crud::RULE,
    &backend::no_decision_shown::RULE,
    &backend::no_system_design::RULE,
    &backend::migration_without_strategy::RULE,
    &backend::legacy_without_change::RULE,
    &backend::open_source_without_work::RULE,
    &backend::operations_first::RULE,
    &backend::tutorial_project::RULE,
    &backend::project_without_proof::RULE,
    &backend::current_role_without_system::RULE,
    &backend::no_technical_writing::RULE,
    &backend::axis_without_figure::RULE,
    &backend::thin_junior_project::RULE,
    &backend::generic_profile::RULE,
    &backend::no_failure_pattern::RULE,
    &chronology::few_dated_roles::RULE,
    &chronology::role_without_dates::RULE,
    &chronology::end_before_start::RULE,
    &chronology::future_date::RULE,
    &chronology::mixed_date_styles::RULE,
    &chronology::not_newest_first::RULE,
    &chronology::ambiguous_month::RULE,
    &chronology::gap::RULE,
    &chronology::overlap::RULE,
    &chronology::years_only_dates::RULE,
    &chronology::short_stays::RULE,
    &chronology::old_role_at_length::RULE,
    &chronology::split_dates::RULE,
    &contact::no_name::RULE,
    &contact::no_email::RULE,
    &contact::no_phone::RULE,
    &contact::no_profile_link::RULE,
    &contact::no_location::RULE,
    &contact::placeholder_text::RULE,
    &contact::unserious_email::RULE,
    &contact::two_addresses::RULE,
    &contact::malformed_link::RULE,
    &contact::impossible_phone::RULE,
    &contact::no_code_link::RULE,
    &credibility::keyword_wall::RULE,
    &credibility::repeated_skills::RULE,
    &credibility::same_figure_everywhere::RULE,
    &credibility::years_beyond_dates::RULE,
    &credibility::older_than_technology::RULE,
    &credibility::round_percentages::RULE,
    &credibility::same_figure_at_two_employers::RULE,
    &credibility::bare_certificate::RULE,
    &credibility::expert_in_everything::RULE,
    &credibility::overused_term::RULE,
    &bullets::few_substantial_bullets::RULE,
    &bullets::duty_opener::RULE,
    &bullets::weak_opener::RULE,
    &bullets::bullet_without_outcome::RULE,
    &bullets::long_bullet::RULE,
    &bullets::repeated_bullet::RULE,
    &bullets::role_without_bullets::RULE,
    &bullets::tool_list_bullet::RULE,
    &bullets::paragraph_instead_of_bullets::RULE,
    &bullets::mixed_role_layout::RULE,
    &bullets::older_role_longer::RULE,
    &bullets::opening_without_verb::RULE,
    &bullets::vague_title::RULE,
    &file::image_only_page::RULE,
    &file::hidden_text::RULE,
    &file::columns::RULE,
    &file::table_layout::RULE,
    &file::text_box::RULE,
    &file::contact_in_header::RULE,
    &file::icon_glyphs::RULE,
    &file::scrambled_order::RULE,
    &file::large_file::RULE,
    &file::model_instruction::RULE,
    &file::unclear_file_name::RULE,
    &file::letter_spaced_word::RULE,
    &file::damaged_text::RULE,
    &file::restricted_copy::RULE,
    &file::picture::RULE,
    &file::repeated_page_line::RULE,
    &file::unusual_characters::RULE,
    &file::design_tool::RULE,
    &file::hidden_link::RULE,
    &file::tracked_changes::RULE,
    &file::foreign_metadata::RULE,
    &file::unused_suppression::RULE,
    &form::too_many_pages::RULE,
    &form::shouting_lines::RULE,
    &form::mixed_bullet_glyphs::RULE,
    &form::tiny_text::RULE,
    &form::thin_page::RULE,
    &form::nearly_empty_last_page::RULE,
    &form::narrow_margins::RULE,
    &form::name_not_largest::RULE,
    &form::late_start::RULE,
    &form::pale_text::RULE,
    &form::many_fonts::RULE,
    &form::uneven_bullet_sizes::RULE,
    &language::first_person::RULE,
    &language::repeated_opener::RULE,
    &language::buzzword::RULE,
    &language::miscased_technology::RULE,
    &language::doubled_word::RULE,
    &language::present_tense_in_past_role::RULE,
    &language::filler::RULE,
    &language::plain_openers::RULE,
    &language::passive_voice::RULE,
    &language::overused_word::RULE,
    &language::misspelling::RULE,
    &language::mixed_spelling::RULE,
    &language::coded_word::RULE,
    &locale::photo_for_market::RULE,
    &locale::length_for_market::RULE,
    &locale::date_order_for_market::RULE,
    &locale::phone_for_market::RULE,
    &metrics::few_figures::RULE,
    &metrics::percent_without_object::RULE,
    &metrics::implausible_figure::RULE,
    &metrics::vague_scale::RULE,
    &metrics::no_speed_or_volume::RULE,
    &metrics::cost_without_figure::RULE,
    &metrics::delivery_without_figure::RULE,
    &metrics::people_without_count::RULE,
    &metrics::figure_without_unit::RULE,
    &metrics::late_figure::RULE,
    &metrics::past_role_without_figure::RULE,
    &metrics::incident_without_figure::RULE,
    &metrics::open_ended_change::RULE,
    &privacy::personal_data::RULE,
    &privacy::identity_number::RULE,
    &privacy::street_address::RULE,
    &privacy::referee_data::RULE,
    &privacy::internal_address::RULE,
    &sections::missing_core_content::RULE,
    &sections::no_experience::RULE,
    &sections::no_skills::RULE,
    &sections::no_education::RULE,
    &sections::no_summary::RULE,
    &sections::unusual_heading::RULE,
    &sections::objective_statement::RULE,
    &sections::references_on_request::RULE,
    &sections::empty_section::RULE,
    &sections::repeated_heading::RULE,
    &sections::long_summary::RULE,
    &sections::unplaced_text::RULE,
    &sections::summary_without_stack::RULE,
    &sections::no_projects::RULE,
    &sections::certificate_outside_section::RULE,
    &sections::unusual_order::RULE,
    &sections::summary_without_achievement::RULE,
    &sections::summary_without_role::RULE,
    &sections::ungrouped_skills::RULE,
    &sections::alphabetical_skills::RULE,
    &sections::hobbies_section::RULE,
    &sections::incomplete_education::RULE,
    &sections::languages_not_first::RULE,
    &sections::summary_without_platform::RULE,
    &sections::role_without_title::RULE,
    &sections::role_without_employer::RULE,
    &seniority::claim_beyond_years::RULE,
    &seniority::mid_without_ownership::RULE,
    &seniority::mid_without_production::RULE,
    &seniority::few_design_bullets::RULE,
    &seniority::no_leadership_shown::RULE,
    &seniority::no_organisation_scope::RULE,
    &seniority::no_progression::RULE,
    &seniority::title_beyond_years::RULE,
    &seniority::junior_without_basics::RULE,
    &seniority::technical_only::RULE,
    &seniority::no_company_direction::RULE,
    &seniority::title_above_evidence::RULE,
    &seniority::title_below_evidence::RULE,
    &skills::no_language::RULE,
    &skills::no_datastore::RULE,
    &skills::no_infrastructure::RULE,
    &skills::few_proven_skills::RULE,
    &skills::unproven_skills::RULE,
    &skills::long_skill_list::RULE,
    &skills::cloud_without_services::RULE,
    &skills::no_api_style::RULE,
    &skills::no_cloud::RULE,
    &skills::no_queue::RULE,
    &skills::no_cache::RULE,
    &skills::no_observability::RULE,
    &skills::no_delivery_tool::RULE,
    &skills::no_tests::RULE,
    &skills::no_security::RULE,
    &skills::unlisted_skills::RULE,
    &skills::unexplained_short_form::RULE,
    &skills::informal_name::RULE,
    &skills::tool_without_purpose::RULE,
    &skills::skill_bars::RULE,
    &skills::dated_stack::RULE,
    &skills::single_language::RULE,
    &skills::frontend_heavy::RULE,
    &skills::soft_skill_item::RULE,
];
