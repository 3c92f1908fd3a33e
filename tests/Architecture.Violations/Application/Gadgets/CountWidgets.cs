namespace AchieveApex.Application.Gadgets;

[Breaks("Sources_name_the_namespaces_of_other_modules_nowhere")]
[Breaks("A_permission_is_on_a_record_of_the_requests_own_module")]
[Breaks("A_request_has_one_handler")]
[Requires<Domain.Widgets.Widget>(Access.View)]
public sealed record CountWidgets : IQuery<int>;
