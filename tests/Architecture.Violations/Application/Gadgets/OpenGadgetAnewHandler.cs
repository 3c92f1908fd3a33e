namespace AchieveApex.Application.Gadgets;

[Breaks("A_handler_stands_in_its_requests_file")]
[Breaks("A_query_changes_nothing")]
[Breaks("A_handler_asks_no_mediator_no_container_and_no_other_handler")]
internal sealed class OpenGadgetAnewHandler(IDatabase db, IMediator mediator) : IRequestHandler<OpenGadgetAnew, int>
{
    public async Task<int> Handle(OpenGadgetAnew request, CancellationToken cancellationToken)
    {
        await db.Save(cancellationToken);
        return await mediator.Send(new CountWidgets(), cancellationToken);
    }
}
