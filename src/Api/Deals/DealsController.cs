using AchieveApex.Application.Deals;

namespace AchieveApex.Api.Deals;

/// <summary>What the organization hopes to sell.</summary>
public sealed class DealsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Lists deals.</summary>
    [HttpGet]
    public Task<ActionResult<Page<DealView>>> List() => Send(new ListDeals());

    /// <summary>Reads a deal.</summary>
    [HttpGet("{id}")]
    public Task<ActionResult<DealView>> Get(RecordId id) => Send(new GetDeal(id));

    /// <summary>Creates a deal.</summary>
    [HttpPost]
    public Task<ActionResult<DealView>> Create(Input<DealFields> input) => SendNew(new CreateDeal(input));

    /// <summary>Replaces what a client may write on a deal.</summary>
    [HttpPut("{id}")]
    public Task<ActionResult<DealView>> Replace(RecordId id, Input<DealFields> input) => Send(new ReplaceDeal(id, input));

    /// <summary>Changes some fields of a deal.</summary>
    [HttpPatch("{id}")]
    public Task<ActionResult<DealView>> Patch(RecordId id, Input<DealFields> input) => Send(new PatchDeal(id, input));

    /// <summary>Removes a deal.</summary>
    [HttpDelete("{id}")]
    public Task<ActionResult<DealView>> Remove(RecordId id) => Send(new RemoveDeal(id));

    /// <summary>Wins an open deal.</summary>
    [HttpPost("{id}/win")]
    public Task<ActionResult<DealView>> Win(RecordId id, Input<WinFields> input) => Send(new WinDeal(id, input));

    /// <summary>Gives up an open deal, for a reason.</summary>
    [HttpPost("{id}/lose")]
    public Task<ActionResult<DealView>> Lose(RecordId id, Input<LoseFields> input) => Send(new LoseDeal(id, input));

    /// <summary>Opens a closed deal again.</summary>
    [HttpPost("{id}/reopen")]
    public Task<ActionResult<DealView>> Reopen(RecordId id, Input<ReopenFields> input) => Send(new ReopenDeal(id, input));

    /// <summary>Puts a deal into another stage.</summary>
    [HttpPost("{id}/move")]
    public Task<ActionResult<DealView>> Move(RecordId id, Input<MoveFields> input) => Send(new MoveDeal(id, input));

    /// <summary>Tells what happened to a deal, and to what refers to it.</summary>
    [HttpGet("{id}/timeline")]
    public Task<ActionResult<TimelinePage>> Timeline(RecordId id) => Send(new GetDealTimeline(id));
}
